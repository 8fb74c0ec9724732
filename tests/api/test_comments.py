"""Comments through the API: said, named, corrected, taken back; what one side keeps to itself reaches no other."""

from __future__ import annotations

from django.core.files.uploadedfile import SimpleUploadedFile
from tests.api.conftest import ProgramOf
from tests.factories.api import problem
from tests.factories.assignments import make_assignment
from tests.personas import World

from sauro.notices.models import Notice
from sauro.tasks.models import Assignment


def work(world: World) -> Assignment:
    return make_assignment(world.units["ubnd"], world.units["ubnd_a"], state="accepted")


def test_comment_with_a_name_and_files_is_said_and_read(world: World, program_of: ProgramOf) -> None:
    row = work(world)
    path = f"/assignments/{row.pk}/comments"
    names = program_of("office_a").get(f"/assignments/{row.pk}/comment-names", q="le van").json()
    assert names == [{"label": "Lê Văn Thử", "detail": f"Chánh Văn phòng, {world.units['office'].name}"}]
    files = [SimpleUploadedFile(name, b"danh muc") for name in ("một.txt", "hai.txt")]
    said = program_of("office_a").upload(path, None, text="@Lê Văn Thử đã gửi danh mục", files=files)
    assert said.status_code == 200
    held = said.json()
    assert (held["mentions"], [file["name"] for file in held["files"]]) == (["Lê Văn Thử"], ["một.txt", "hai.txt"])
    assert Notice.objects.get(kind="mentioned").user == world.users["head"]
    assert [one["id"] for one in program_of("head").get(path).json()] == [held["id"]]
    given = program_of("head").get(f"/comments/{held['id']}/files/2")
    assert b"".join(given.streaming_content) == b"danh muc"
    assert problem(program_of("head").get(f"/comments/{held['id']}/files/3")) == (404, "not-found")


def test_what_one_side_keeps_to_itself_reaches_no_other(world: World, program_of: ProgramOf) -> None:
    row = work(world)
    path = f"/assignments/{row.pk}/comments"
    held = program_of("office_a").upload(path, None, text="Thiếu người", side="body").json()
    assert (held["audience"], held["side"]) == ("own", "body")
    assert [one["id"] for one in program_of("office_a").get(path).json()] == [held["id"]]
    assert program_of("head").get(path).json() == []
    assert problem(program_of("head").patch(f"/comments/{held['id']}", {"text": "x"})) == (404, "not-found")
    assert problem(program_of("head").post(f"/comments/{held['id']}/withdraw")) == (404, "not-found")
    assert problem(program_of("head").upload(path, None, text="x", side="body")) == (422, "not-your-side")
    assert problem(program_of("head").get(f"/assignments/{row.pk}/comment-names", side="body")) == (404, "not-found")


def test_corrected_and_taken_back(world: World, program_of: ProgramOf) -> None:
    row = work(world)
    office = program_of("office_a")
    held = office.upload(f"/assignments/{row.pk}/comments", None, text="Xong 3 trạm").json()
    edited = office.patch(f"/comments/{held['id']}", {"text": "Xong 4 trạm"}).json()
    assert (edited["text"], [one["text"] for one in edited["earlier"]]) == ("Xong 4 trạm", ["Xong 3 trạm"])
    gone = office.post(f"/comments/{held['id']}/withdraw").json()
    assert (gone["text"], gone["earlier"], gone["may_edit"]) == ("", [], False)
    assert problem(office.post(f"/comments/{held['id']}/withdraw")) == (409, "comment-withdrawn")
    assert problem(office.upload(f"/assignments/{row.pk}/comments", None, text=" ")) == (422, "text-needed")
