"""How names of bodies are written in documents: abbreviations, posts that stand for their body, exceptions.

Pure functions on text. The canonical form of a name is its folded text (:func:`vanban.text.normalize.fold`) with the
usual abbreviations made one and the linking words left out, so that "UBND tỉnh" and "Uỷ ban nhân dân tỉnh" meet.
"""

from __future__ import annotations

import re

from vanban.text.normalize import fold, nfc

_SHORTENED = {
    "uy ban nhan dan": "ubnd",
    "hoi dong nhan dan": "hdnd",
    "uy ban mat tran to quoc viet nam": "mttq",
    "uy ban mat tran to quoc": "mttq",
    "uy ban mttq viet nam": "mttq",
    "uy ban mttq": "mttq",
    "ub mttq viet nam": "mttq",
    "ub mttq": "mttq",
    "ubmttqvn": "mttq",
    "ubmttq viet nam": "mttq",
    "ubmttq": "mttq",
    "mat tran to quoc viet nam": "mttq",
    "mat tran to quoc": "mttq",
    "mttq viet nam": "mttq",
    "mttqvn": "mttq",
    "bo chi huy quan su": "bo chqs",
    "ban chi huy quan su": "ban chqs",
    "co quan uy ban kiem tra": "ubkt",
    "uy ban kiem tra": "ubkt",
    "van phong": "vp",
    "nong nghiep moi truong": "nnmt",
    "nn mt": "nnmt",
    "khoa hoc cong nghe": "khcn",
    "kh cn": "khcn",
    "giao duc dao tao": "gddt",
    "gd dt": "gddt",
    "van hoa the thao du lich": "vhttdl",
    "vh tt dl": "vhttdl",
    "van hoa the thao": "vhtt",
    "vh tt": "vhtt",
    "van hoa xa hoi": "vhxh",
    "vh xh": "vhxh",
    "dan toc ton giao": "dttg",
    "kinh te ha tang do thi": "kthtdt",
    "kt ht dt": "kthtdt",
    "tuyen giao dan van": "tgdv",
    "tg dv": "tgdv",
    "trung tam phuc vu hanh chinh cong": "ttpvhcc",
    "trung tam pvhcc": "ttpvhcc",
    "hoi lien hiep phu nu": "hoi lhpn",
    "hoi phu nu": "hoi lhpn",
    "hoi cuu chien binh": "hoi ccb",
    "doan thanh nien cong san ho chi minh": "doan tn",
    "doan tncs ho chi minh": "doan tn",
    "doan tncs": "doan tn",
    "doan thanh nien": "doan tn",
    "lien doan lao dong": "ldld",
    "bao hiem xa hoi": "bhxh",
    "thi hanh an dan su": "thads",
    "phat thanh truyen hinh": "ptth",
    "pt th": "ptth",
    "ban chap hanh dang bo tinh": "tinh uy",
    "ban chap hanh dang bo thanh pho": "thanh uy",
    "ban thuong vu dang bo tinh": "tinh uy",
    "dang bo": "dang uy",
}
_LINKING = re.compile(r"\b(?:va|cua|truc thuoc|thuoc|cung)\b ?")
_LONG_FORMS = re.compile(r"\b(?:" + "|".join(sorted(_SHORTENED, key=len, reverse=True)) + r")\b")

_POSTS = (
    "cac dong chi", "dong chi", "tap the lanh dao", "lanh dao", "can bo cong chuc vien chuc", "can bo cong chuc",
    "thu truong", "nguoi dung dau", "pho giam doc", "giam doc", "pho chu tich", "chu tich", "pho bi thu thuong truc",
    "pho bi thu", "bi thu", "chi huy truong", "chi huy pho", "chu nhiem", "pho chu nhiem", "hieu truong",
    "tong bien tap", "pho truong", "truong", "pho chanh", "chanh", "vien truong", "ban thuong vu", "ban thuong truc",
    "ban chap hanh", "thuong truc", "tt",
)  # fmt: skip
_POST = re.compile(r"^(?:" + "|".join(sorted(_POSTS, key=len, reverse=True)) + r")(?: |$)")
# "Đảng ủy, UBND xã" names two bodies, "Đảng ủy UBND xã" one: the comma must survive folding here.
APART = "kem"
_COMMITTEE_LISTED = re.compile(r"\b(đảng (?:ủy|uỷ|bộ))\s*(?:[,;/]|\bvà\b)\s*", re.I)
_EXCEPT = re.compile(
    r"(?<!\bvà)[\s,(;]+(?:\(?\s*)(?:ngoại trừ|loại trừ|không bao gồm|không kể|trừ)\s+(?P<names>[^()]+)\)?\s*$", re.I
)
_BRACKETED = re.compile(r"\s*\([^()]*\)\s*$")


def canonical(text: str) -> str:
    """Return the canonical form of a name; equal forms mean the same name."""
    return canonical_of_key(fold(_COMMITTEE_LISTED.sub(rf"\1 {APART} ", nfc(text))))


def canonical_of_key(key: str) -> str:
    """Return the canonical form of a text that is folded already."""
    linked = " ".join(_LINKING.sub("", key).split())
    return _LONG_FORMS.sub(lambda found: _SHORTENED[found.group()], linked)


def strip_post(key: str) -> str:
    """Return a canonical name without the post before it: "chu tich ubnd xa" becomes "ubnd xa"."""
    while found := _POST.match(key):
        key = key[found.end() :]
    return key


def split_exceptions(name: str) -> tuple[str, str]:
    """Split "UBND các xã (trừ xã X)" into the name and what follows "trừ", which is empty when there is none."""
    text = nfc(name).strip(" .;,:")
    found = _EXCEPT.search(text)
    if found is None:
        return text, ""
    return text[: found.start()].strip(" .;,:("), found.group("names").strip(" .;,:)")


def without_bracket(name: str) -> str:
    """Return a name without a remark in brackets at its end."""
    return _BRACKETED.sub("", name)
