"""Alphabets, romanisations and Russian cases by their published rules; the matcher has tables of its own."""

from collections.abc import Mapping

Table = Mapping[str, str]
VOWELS = "аеёиоуыэюяіїєәөүұ"
SOFT = "ь'’ъ"


def pairs(text: str) -> dict[str, str]:
    """A table from words like "ж=zh"; "ь=" is left out."""
    return dict(pair.split("=") for pair in text.split())


def written_in(text: str, table: Table, begins: Table | None = None) -> str:
    """A word by a table; ``begins`` holds at the beginning, after a vowel and after a soft sign."""
    found, before = [], ""
    lower = text.lower()
    place = 0
    while place < len(lower):
        for size in (3, 2, 1):
            piece = lower[place : place + size]
            if len(piece) == size and (piece in table or size == 1):
                break
        early = begins if begins and (not before or before in VOWELS + SOFT) else {}
        found.append(early.get(piece, table.get(piece, piece)))
        before = piece[-1]
        place += len(piece)
    return "".join(found).capitalize()


_PLAIN = pairs("а=a б=b в=v г=g д=d з=z к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f ы=y э=e ь= ъ= '= ’=")

# Russian: BGN/PCGN 1947, ICAO Doc 9303, ISO 9:1995, Duden, the Polish rule, French passports before 1997
BGN = {**_PLAIN, **pairs("е=e ё=yo ж=zh и=i й=y х=kh ц=ts ч=ch ш=sh щ=shch ю=yu я=ya")}
BGN_BEGINS = pairs("е=ye ё=yo")
PASSPORT = {**_PLAIN, **pairs("е=e ё=e ж=zh и=i й=i х=kh ц=ts ч=ch ш=sh щ=shch ю=iu я=ia ъ=ie")}
ISO_9 = {**_PLAIN, **pairs("е=e ё=ë ж=ž и=i й=j х=h ц=c ч=č ш=š щ=ŝ ю=û я=â э=è")}
DUDEN = {
    **_PLAIN,
    **pairs("в=w е=e ё=jo ж=sch з=s и=i й=i х=ch ц=z ч=tsch ш=sch щ=schtsch ю=ju я=ja ий=i ый=y"),
}
DUDEN_BEGINS = pairs("е=je")
POLISH = {
    **_PLAIN,
    **pairs("в=w л=ł ле=le ли=li лю=lu ля=la ль=l е=e ё=io ж=ż и=i й=j х=ch ц=c ч=cz ш=sz щ=szcz"),
}
POLISH |= pairs("ю=iu я=ia ий=i ый=y")
POLISH_BEGINS = pairs("е=je ю=ju я=ja")
FRENCH = {
    **_PLAIN,
    **pairs("е=e ё=io ж=j и=i й=ï х=kh ц=ts ч=tch ш=ch щ=chtch у=ou ю=iou я=ia ге=gue ги=gui дж=dj"),
}

# Belarusian: passports (h, ia, u), BGN/PCGN 1979 (ya, w), łacinka as in the instruction of 2007
_EAST = {**BGN, **pairs("г=h ґ=g і=i")}
BELARUSIAN_PASSPORT = {**_EAST, **pairs("е=e ё=io й=i ў=u ю=iu я=ia")}
BELARUSIAN_BEGINS = pairs("е=ye ё=yo ю=yu я=ya")
BELARUSIAN_BGN = {**_EAST, **pairs("е=ye ё=yo й=y ў=w ю=yu я=ya")}
LACINKA = {
    **_PLAIN,
    **pairs("г=h ж=ž і=i й=j л=ł ль=l лі=li ле=le ля=la лю=lu ў=ŭ х=ch ц=c ць=ć ч=č ш=š сь=ś зь=ź нь=ń"),
}
LACINKA |= pairs("е=ie ё=io ю=iu я=ia")
LACINKA_BEGINS = pairs("е=je ё=jo ю=ju я=ja")

# Ukrainian: resolution 55 of 2010; BGN/PCGN 1965
UKRAINIAN = {**_EAST, **pairs("є=ie ж=zh и=y ї=i й=i ю=iu я=ia зг=zgh")}
UKRAINIAN_BEGINS = pairs("є=ye ї=yi й=y ю=yu я=ya")
UKRAINIAN_BGN = {**_EAST, **pairs("є=ye и=y ї=yi й=y ю=yu я=ya")}

# Azerbaijani Latin of 1991: to press English, to the Cyrillic of 1958, to Russian, and with clipped letters
AZERBAIJANI_ENGLISH = pairs("ə=a x=kh c=j ç=ch ş=sh q=g ğ=gh ö=o ü=u ı=i i̇=i")
AZERBAIJANI_CLIPPED = pairs("ə=e ç=c ş=s ğ=g ö=o ü=u ı=i i̇=i")
AZERBAIJANI_CYRILLIC = pairs(
    "a=а b=б c=ҹ ç=ч d=д e=е ə=ә f=ф g=ҝ ğ=ғ h=һ x=х ı=ы i=и i̇=и j=ж k=к q=г l=л m=м n=н o=о ö=ө p=п r=р s=с"
    " ş=ш t=т u=у ü=ү v=в y=ј z=з"
)
AZERBAIJANI_RUSSIAN = pairs(
    "a=а b=б c=дж ç=ч d=д e=е ə=а f=ф g=г ğ=г h=г x=х ı=ы i=и i̇=и j=ж k=к q=г l=л m=м n=н o=о "
    "ö=ё p=п r=р s=с ş=ш"
    " t=т u=у ü=ю v=в y=й z=з ya=я ye=е yu=ю"
)

# Uzbek Latin of 1995: to Cyrillic, to Russian, to English
UZBEK_CYRILLIC = pairs(
    "a=а b=б d=д e=е f=ф g=г h=ҳ i=и j=ж k=к l=л m=м n=н o=о p=п q=қ r=р s=с t=т u=у v=в x=х "
    "y=й z=з sh=ш ch=ч"
    " o‘=ў g‘=ғ yo=ё yu=ю ya=я ye=е yo‘=йў ’=ъ"
)
UZBEK_RUSSIAN = {**UZBEK_CYRILLIC, **pairs("h=х j=дж q=к o‘=у g‘=г yo‘=ю ’=")}
UZBEK_ENGLISH = pairs("x=kh q=k o‘=u g‘=g ’=")
UZBEK_PLAIN = pairs("o‘=o g‘=g ’=")

# Kyrgyz (BGN/PCGN 1979), Tajik (BGN/PCGN 1994), Turkmen Latin of 1999, Turkish
KYRGYZ = {**BGN, **pairs("ж=j ң=ng ө=ö ү=ü")}
KYRGYZ_RUSSIAN = pairs("ң=н ө=о ү=у ээ=э оо=о уу=у")
TAJIK = {**BGN, **pairs("ғ=gh ӣ=í қ=q ӯ=ŭ ҳ=h ҷ=j ъ=’")}
TAJIK_PLAIN = {**TAJIK, **pairs("ӣ=i ӯ=u ъ=")}
TAJIK_RUSSIAN = pairs("ғ=г ӣ=и қ=к ӯ=у ҳ=х ҷ=дж ъ=")
TURKMEN_ENGLISH = pairs("ä=a ç=ch ž=zh ň=n ö=o ş=sh ü=u w=v ý=y yý=yy")
TURKMEN_RUSSIAN = pairs(
    "a=а b=б ç=ч d=д e=е ä=а f=ф g=г h=х i=и j=дж ž=ж k=к l=л m=м n=н ň=н o=о ö=о p=п r=р s=с "
    "ş=ш t=т u=у ü=ю w=в"
    " y=ы ý=й z=з ýa=я ýe=е"
)
TURKISH_CLIPPED = pairs("ç=c ğ=g ı=i i̇=i ö=o ş=s ü=u")
TURKISH_RUSSIAN = {**AZERBAIJANI_RUSSIAN, **pairs("h=х ö=ё ü=ю oğ=ог")}

_CASES = {"genitive": 0, "dative": 1, "accusative": 2, "instrumental": 3, "prepositional": 4}
CASES = tuple(_CASES)


def russian_given(name: str, woman: bool, case: str) -> str:
    """A given name in a Russian case."""
    at = _CASES[case]
    if name.endswith("ия"):
        return name[:-2] + "ии ии ию ией ии".split()[at]
    if name[-1] in "ая":
        soft = name[-1] == "я"
        first = "и" if soft or name[-2] in "кгхжшчщ" else "ы"
        return name[:-1] + [first, "е", "ю" if soft else "у", "ей" if soft else "ой", "е"][at]
    if woman:
        return name[:-1] + "и и ь ью и".split()[at] if name[-1] == "ь" else name
    if name.endswith("ий"):
        return name[:-1] + "я ю я ем и".split()[at]
    if name[-1] in "йь":
        return name[:-1] + "я ю я ем е".split()[at]
    return name if name[-1] in "оеёиуыэюі" else name + "а у а ом е".split()[at]


def russian_surname(name: str, woman: bool, case: str) -> str:
    """A surname, in the form of the person's sex, in a Russian case."""
    at = _CASES[case]
    if woman:
        if name.endswith("ая"):
            return name[:-2] + "ой ой ую ой ой".split()[at]
        if name.endswith(("ова", "ева", "ёва", "ина", "ына")):
            return name[:-1] + "ой ой у ой ой".split()[at]
        return russian_given(name, True, case) if name[-1] in "ая" else name
    if name.endswith(("ий", "ый")):
        return name[:-2] + ["ого", "ому", "ого", name[-2] + "м", "ом"][at]
    if name.endswith(("ов", "ев", "ёв", "ин", "ын")):
        return name + "а у а ым е".split()[at]
    return russian_given(name, False, case)
