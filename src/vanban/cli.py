"""The command ``vanban``: extract tasks from a document, check documents for defects, compose one."""

from __future__ import annotations

import argparse
import sys

_READABLE = "tệp .docx, .pdf (cả bản quét), .odt, .txt, .md, .html, .png, .jpg, .tiff"


def main(argv: list[str] | None = None) -> int:
    """Run the command; returns the exit code: 0, 1 for findings of level error, 2 for what cannot be read or used."""
    arguments = _parser().parse_args(argv)
    if arguments.command == "check":
        from vanban.commands.check import run_check  # noqa: PLC0415  # keeps "vanban --help" instant

        return run_check(arguments)
    if arguments.command == "compose":
        from vanban.commands.compose import run_compose  # noqa: PLC0415  # as above

        return run_compose(arguments)
    from vanban.commands.extract import run_extract  # noqa: PLC0415  # as above

    return run_extract(arguments)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="vanban", description="Đọc hiểu văn bản chỉ đạo: trích nhiệm vụ, kiểm tra lỗi; soạn văn bản đúng thể thức."
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="in số phiên bản rồi thôi")
    commands = parser.add_subparsers(dest="command", required=True, metavar="LỆNH")
    extract = commands.add_parser("extract", help="trích nhiệm vụ theo sáu rõ")
    extract.add_argument("file", metavar="TỆP", help=_READABLE)
    extract.add_argument("--json", action="store_true", help="in một đối tượng JSON")
    _add_check(commands.add_parser("check", help="kiểm tra lỗi của văn bản"))
    _add_compose(commands.add_parser("compose", help="soạn văn bản đúng thể thức từ tệp mô tả .json"))
    return parser


class _Version(argparse.Action):
    """Reads the version only when it is asked for: looking it up takes longer than showing the help."""

    def __call__(self, parser: argparse.ArgumentParser, *_given: object) -> None:
        """Print the version and end."""
        from importlib.metadata import version  # noqa: PLC0415  # see above

        sys.stdout.write(f"vanban {version('sauro')}\n")
        parser.exit()


def _add_compose(compose: argparse.ArgumentParser) -> None:
    compose.add_argument("file", metavar="NỘI_DUNG.json", help="nội dung văn bản, theo docs/user/lenh-soan-van-ban.md")
    compose.add_argument(
        "-o", "--output", metavar="RA.docx|RA.pdf", action="append", required=True,
        help="tệp được ghi; nêu hai lần để có cả hai dạng",
    )  # fmt: skip
    compose.add_argument(
        "--layout", choices=("state", "party"), help="thể thức nhà nước hay thể thức Đảng, thay cho “layout” trong tệp"
    )


def _add_check(check: argparse.ArgumentParser) -> None:
    check.add_argument("files", metavar="TỆP", nargs="*", help=_READABLE)
    form = check.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="in danh sách phát hiện dạng JSON")
    form.add_argument("--sarif", action="store_true", help="in dạng SARIF 2.1.0")
    check.add_argument("--select", metavar="A,B", help="chỉ chạy các nhóm, mã hoặc tên quy tắc này")
    check.add_argument("--ignore", metavar="C", help="không chạy các nhóm, mã hoặc tên quy tắc này")
    check.add_argument(
        "--min-severity",
        choices=("error", "warning", "info"),
        default="warning",
        help="mức nhẹ nhất được in cho người đọc (mặc định: warning; info là tất cả); --json và --sarif luôn đủ",
    )
    check.add_argument("--preview", action="store_true", help="chạy cả quy tắc đang thử nghiệm")
    check.add_argument("--config", metavar="TỆP", help="tệp cấu hình, thay cho vanban.toml gần nhất")
    about = check.add_mutually_exclusive_group()
    about.add_argument("--show-rules", action="store_true", help="liệt kê các quy tắc rồi thôi")
    about.add_argument("--explain", metavar="MÃ", help="giải thích một quy tắc rồi thôi")
    changing = check.add_mutually_exclusive_group()
    changing.add_argument("--fix", action="store_true", help="sửa những chỗ sửa an toàn, in phần khác trước")
    changing.add_argument("--diff", action="store_true", help="chỉ in những gì --fix sẽ sửa")
    changing.add_argument("--comment-to", metavar="RA.docx", help="ghi tệp Word có ghi chú tại từng phát hiện")


if __name__ == "__main__":
    raise SystemExit(main())
