"""The public door: a release and nothing else."""

import hashlib
import subprocess
import sys
from pathlib import Path
from wsgiref.util import setup_testing_defaults

import pytest

from tests.publications.made import edited, told
from tests.publications.test_releasing import release_of
from tizim.publications import release_files
from tizim.publications.errors import PublicationError
from tizim.publications.release import read_release
from tizim.stores.keys import Keys
from tizim.stores.signing import public_key, signed
from tizim.web.public import Public

KEYS = Keys(b"\x05" * 32)


@pytest.fixture
def folder(tmp_path):
    of = release_of(edited(told("Asan Bekov"), told("Дина Оспанова")).content)
    of = type(of)(of.edition, of.content, of.word, public_key(KEYS))
    for name, content in release_files(of, signed=lambda raw: signed(KEYS, raw)):
        path = tmp_path / "out" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return tmp_path / "out"


def asked(application, path, method="GET"):
    """Status, headers and content of an answer."""
    environ = {"PATH_INFO": path, "REQUEST_METHOD": method}
    setup_testing_defaults(environ)
    found = []
    content = b"".join(application(environ, lambda status, headers: found.append((status, dict(headers)))))
    return found[0][0], found[0][1], content


def test_files_of_the_release_are_shown_with_strict_headers(folder):
    public = Public(read_release(folder))
    status, headers, content = asked(public, "/")
    assert status == "200 OK" and b"index.html" in content
    assert "script-src 'self'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert "Set-Cookie" not in headers
    assert asked(public, "/kk/index.html")[1]["Content-Type"] == "text/html; charset=utf-8"
    status, headers, content = asked(public, "/data/en/list.xlsx", "HEAD")
    assert status == "200 OK" and content == b"" and int(headers["Content-Length"]) > 1000


@pytest.mark.parametrize(
    "path",
    ["/../bag-info.txt", "/bag-info.txt", "/manifest-sha256.txt", "/en/../../bag-info.txt", "//etc/passwd",
     "/etc/passwd", "/en", "/nothing.html", "/en/people/999.html", "/%2e%2e/bag-info.txt", "/index.html\x00.css"],
)  # fmt: skip
def test_nothing_else_is_shown(folder, path):
    assert asked(Public(read_release(folder)), path)[0] == "404 Not Found"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"])
def test_nothing_is_taken_in(folder, method):
    assert asked(Public(read_release(folder)), "/", method)[0] == "405 Method Not Allowed"


def test_a_file_laid_beside_the_release_or_changed_is_not_shown(folder):
    (folder / "data" / "extra.html").write_text("planted")
    (folder / "data" / "en" / "index.html").write_text("changed")
    release = read_release(folder)
    assert asked(Public(release), "/extra.html")[0] == "404 Not Found"
    assert asked(Public(release), "/en/index.html")[0] == "404 Not Found"
    assert release.damaged() == ("en/index.html",)


def test_a_manifest_that_was_changed_or_signed_by_somebody_else_is_refused(folder):
    with pytest.raises(PublicationError, match="not what was signed"):
        read_release(folder, key=public_key(Keys(b"\x06" * 32)))
    path = folder / "manifest-sha256.txt"
    path.write_bytes(path.read_bytes() + hashlib.sha256(b"x").hexdigest().encode() + b"  data/x.html\n")
    with pytest.raises(PublicationError, match="not what was signed"):
        read_release(folder)


def test_a_signed_manifest_leads_out_of_the_release_nowhere(folder):
    path = folder / "manifest-sha256.txt"
    path.write_bytes(path.read_bytes() + b"0" * 64 + b"  data/../bag-info.txt\n")
    told_in = hashlib.sha256(path.read_bytes()).digest()
    (folder / "manifest-sha256.txt.sig").write_text(signed(KEYS, told_in))
    with pytest.raises(PublicationError, match="no file of a release"):
        read_release(folder)


def test_a_folder_that_is_no_release_is_refused(tmp_path):
    with pytest.raises(PublicationError, match="no release"):
        read_release(tmp_path)


def test_the_public_door_loads_nothing_that_could_open_a_register():
    code = (
        "import sys, tizim.web.public; "
        "print([name for name in sys.modules if name.split('.')[0] in ('django', 'sqlite3', 'sqlcipher3', 'psycopg', 'pyrage')"
        " or name.startswith(('tizim.stores', 'tizim.wiring', 'tizim.web.desk', 'tizim.cli'))])"
    )
    src = Path(__file__).parents[3] / "src"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env={"PYTHONPATH": str(src)}, check=True
    )
    assert done.stdout.strip() == "[]"
