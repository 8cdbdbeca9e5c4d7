"""The tables of all kinds of entries, the chain, and the triggers that refuse every change."""

from django.db import migrations, models

from tizim.stores.sql.guards import guard


def guard_tables(apps, schema_editor):
    connection = schema_editor.connection
    names = connection.introspection.table_names()
    guard(lambda sql: schema_editor.execute(sql, params=None), connection.vendor, names)


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Claim',
            fields=[
                ('recorded_at', models.TextField(default='')),
                ('recorded_by', models.TextField(default='')),
                ('corrects', models.TextField(null=True)),
                ('passage_id', models.TextField(default='')),
                ('document_id', models.TextField(default='')),
                ('act', models.TextField(default='')),
                ('act_detail', models.TextField(null=True)),
                ('level', models.TextField(default='')),
                ('role', models.TextField(default='')),
                ('case_kind', models.TextField(default='')),
                ('person', models.TextField(null=True)),
                ('mention', models.TextField(null=True)),
                ('group', models.TextField(null=True)),
                ('organisation', models.TextField(null=True)),
                ('count_min', models.BigIntegerField(null=True)),
                ('count_max', models.BigIntegerField(null=True)),
                ('approximate', models.BooleanField(default=False)),
                ('counting_unit', models.TextField(default='')),
                ('date', models.TextField(null=True)),
                ('date_basis', models.TextField(null=True)),
                ('place', models.TextField(null=True)),
                ('agency', models.TextField(null=True)),
                ('articles', models.TextField(default='[]')),
                ('offence', models.TextField(null=True)),
                ('outcome', models.TextField(null=True)),
                ('status', models.TextField(null=True)),
                ('status_as_of', models.TextField(null=True)),
                ('certainty', models.TextField(default='')),
                ('reported_by', models.TextField(null=True)),
                ('perpetrators', models.TextField(default='[]')),
                ('event', models.TextField(null=True)),
                ('age', models.BigIntegerField(null=True)),
                ('sex', models.TextField(null=True)),
                ('town', models.TextField(null=True)),
                ('occupation', models.TextField(null=True)),
                ('reader', models.TextField(null=True)),
                ('note', models.TextField(null=True)),
                ('seq', models.IntegerField(primary_key=True, serialize=False)),
                ('entry_id', models.TextField(db_column='id')),
            ],
            options={
                'db_table': 'register_claim',
            },
        ),
        migrations.CreateModel(
            name='Derived',
            fields=[
                ('key', models.TextField(primary_key=True, serialize=False)),
                ('digest', models.TextField()),
                ('payload', models.BinaryField()),
            ],
            options={
                'db_table': 'register_derived',
            },
        ),
        migrations.CreateModel(
            name='Determination',
            fields=[
                ('recorded_at', models.TextField(default='')),
                ('recorded_by', models.TextField(default='')),
                ('corrects', models.TextField(null=True)),
                ('mention_id', models.TextField(default='')),
                ('criteria_set', models.TextField(default='')),
                ('criterion', models.TextField(default='')),
                ('finding', models.TextField(default='')),
                ('passages_for', models.TextField(default='[]')),
                ('passages_against', models.TextField(default='[]')),
                ('case', models.TextField(null=True)),
                ('note', models.TextField(null=True)),
                ('seq', models.IntegerField(primary_key=True, serialize=False)),
                ('entry_id', models.TextField(db_column='id')),
            ],
            options={
                'db_table': 'register_determination',
            },
        ),
        migrations.CreateModel(
            name='Document',
            fields=[
                ('recorded_at', models.TextField(default='')),
                ('recorded_by', models.TextField(default='')),
                ('corrects', models.TextField(null=True)),
                ('source_id', models.TextField(null=True)),
                ('file_name', models.TextField(default='')),
                ('media_type', models.TextField(default='')),
                ('size', models.BigIntegerField(default=0)),
                ('sha256', models.TextField(default='')),
                ('text_sha256', models.TextField(null=True)),
                ('extractor', models.TextField(null=True)),
                ('title', models.TextField(null=True)),
                ('author', models.TextField(null=True)),
                ('language', models.TextField(null=True)),
                ('date', models.TextField(null=True)),
                ('url', models.TextField(null=True)),
                ('document_kind', models.TextField(null=True)),
                ('reprints', models.TextField(null=True)),
                ('obtained', models.TextField(null=True)),
                ('obtained_at', models.TextField(null=True)),
                ('note', models.TextField(null=True)),
                ('seq', models.IntegerField(primary_key=True, serialize=False)),
                ('entry_id', models.TextField(db_column='id')),
            ],
            options={
                'db_table': 'register_document',
            },
        ),
        migrations.CreateModel(
            name='Intervention',
            fields=[
                ('recorded_at', models.TextField(default='')),
                ('recorded_by', models.TextField(default='')),
                ('corrects', models.TextField(null=True)),
                ('intervention_kind', models.TextField(default='')),
                ('addressee', models.TextField(default='')),
                ('sent_by', models.TextField(default='[]')),
                ('date', models.TextField(null=True)),
                ('due', models.TextField(null=True)),
                ('text', models.TextField(null=True)),
                ('mention_ids', models.TextField(default='[]')),
                ('passage_id', models.TextField(null=True)),
                ('note', models.TextField(null=True)),
                ('seq', models.IntegerField(primary_key=True, serialize=False)),
                ('entry_id', models.TextField(db_column='id')),
            ],
            options={
                'db_table': 'register_intervention',
            },
        ),
        migrations.CreateModel(
            name='Judgement',
            fields=[
                ('recorded_at', models.TextField(default='')),
                ('recorded_by', models.TextField(default='')),
                ('corrects', models.TextField(null=True)),
                ('left', models.TextField(default='')),
                ('right', models.TextField(default='')),
                ('verdict', models.TextField(default='')),
                ('reason', models.TextField(null=True)),
                ('seq', models.IntegerField(primary_key=True, serialize=False)),
                ('entry_id', models.TextField(db_column='id')),
            ],
            options={
                'db_table': 'register_judgement',
            },
        ),
        migrations.CreateModel(
            name='ListEdition',
            fields=[
                ('recorded_at', models.TextField(default='')),
                ('recorded_by', models.TextField(default='')),
                ('corrects', models.TextField(null=True)),
                ('definition', models.TextField(default='')),
                ('as_of', models.TextField(default='')),
                ('known_at', models.TextField(default='')),
                ('number', models.BigIntegerField(default=0)),
                ('digest', models.TextField(default='')),
                ('signature', models.TextField(null=True)),
                ('note', models.TextField(null=True)),
                ('seq', models.IntegerField(primary_key=True, serialize=False)),
                ('entry_id', models.TextField(db_column='id')),
            ],
            options={
                'db_table': 'register_list_edition',
            },
        ),
        migrations.CreateModel(
            name='Passage',
            fields=[
                ('recorded_at', models.TextField(default='')),
                ('recorded_by', models.TextField(default='')),
                ('corrects', models.TextField(null=True)),
                ('document_id', models.TextField(default='')),
                ('start', models.BigIntegerField(null=True)),
                ('end', models.BigIntegerField(null=True)),
                ('quote', models.TextField(null=True)),
                ('page', models.BigIntegerField(null=True)),
                ('locator', models.TextField(null=True)),
                ('seq', models.IntegerField(primary_key=True, serialize=False)),
                ('entry_id', models.TextField(db_column='id')),
            ],
            options={
                'db_table': 'register_passage',
            },
        ),
        migrations.CreateModel(
            name='PublishedFigure',
            fields=[
                ('recorded_at', models.TextField(default='')),
                ('recorded_by', models.TextField(default='')),
                ('corrects', models.TextField(null=True)),
                ('passage_id', models.TextField(default='')),
                ('document_id', models.TextField(default='')),
                ('count', models.BigIntegerField(default=0)),
                ('bound', models.TextField(default='')),
                ('what', models.TextField(default='')),
                ('counting_unit', models.TextField(default='')),
                ('since', models.TextField(null=True)),
                ('as_of', models.TextField(null=True)),
                ('place', models.TextField(null=True)),
                ('attributed_to', models.TextField(null=True)),
                ('reader', models.TextField(null=True)),
                ('note', models.TextField(null=True)),
                ('seq', models.IntegerField(primary_key=True, serialize=False)),
                ('entry_id', models.TextField(db_column='id')),
            ],
            options={
                'db_table': 'register_published_figure',
            },
        ),
        migrations.CreateModel(
            name='Response',
            fields=[
                ('recorded_at', models.TextField(default='')),
                ('recorded_by', models.TextField(default='')),
                ('corrects', models.TextField(null=True)),
                ('intervention_id', models.TextField(default='')),
                ('response_kind', models.TextField(default='')),
                ('date', models.TextField(null=True)),
                ('text', models.TextField(null=True)),
                ('passage_id', models.TextField(null=True)),
                ('note', models.TextField(null=True)),
                ('seq', models.IntegerField(primary_key=True, serialize=False)),
                ('entry_id', models.TextField(db_column='id')),
            ],
            options={
                'db_table': 'register_response',
            },
        ),
        migrations.CreateModel(
            name='Review',
            fields=[
                ('recorded_at', models.TextField(default='')),
                ('recorded_by', models.TextField(default='')),
                ('corrects', models.TextField(null=True)),
                ('claim_id', models.TextField(default='')),
                ('decision', models.TextField(default='')),
                ('replaced_by', models.TextField(null=True)),
                ('reason', models.TextField(null=True)),
                ('seq', models.IntegerField(primary_key=True, serialize=False)),
                ('entry_id', models.TextField(db_column='id')),
            ],
            options={
                'db_table': 'register_review',
            },
        ),
        migrations.CreateModel(
            name='Source',
            fields=[
                ('recorded_at', models.TextField(default='')),
                ('recorded_by', models.TextField(default='')),
                ('corrects', models.TextField(null=True)),
                ('name', models.TextField(default='')),
                ('source_kind', models.TextField(null=True)),
                ('language', models.TextField(null=True)),
                ('reliability', models.TextField(null=True)),
                ('protected', models.BooleanField(default=False)),
                ('note', models.TextField(null=True)),
                ('seq', models.IntegerField(primary_key=True, serialize=False)),
                ('entry_id', models.TextField(db_column='id')),
            ],
            options={
                'db_table': 'register_source',
            },
        ),
        migrations.CreateModel(
            name='Withdrawal',
            fields=[
                ('recorded_at', models.TextField(default='')),
                ('recorded_by', models.TextField(default='')),
                ('corrects', models.TextField(null=True)),
                ('reason', models.TextField(default='')),
                ('seq', models.IntegerField(primary_key=True, serialize=False)),
                ('entry_id', models.TextField(db_column='id')),
            ],
            options={
                'db_table': 'register_withdrawal',
            },
        ),
        migrations.CreateModel(
            name='Link',
            fields=[
                ('seq', models.IntegerField(primary_key=True, serialize=False)),
                ('kind', models.TextField()),
                ('entry_id', models.TextField()),
                ('digest', models.TextField()),
                ('recorded_at', models.TextField()),
            ],
            options={
                'db_table': 'register_link',
                'indexes': [models.Index(fields=['recorded_at', 'seq'], name='register_link_moment')],
                'constraints': [models.UniqueConstraint(fields=('entry_id',), name='register_link_entry_once')],
            },
        ),
        migrations.RunPython(guard_tables, migrations.RunPython.noop),
    ]
