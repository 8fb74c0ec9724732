"""HTML as Word saves it for the web: numeric entities, empty office tags, lines broken anywhere between two words."""

from __future__ import annotations

import textwrap

from tools.samples.lines import Cell, Paragraph, Table, blocks

_HEAD = """<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">

<head>
<meta http-equiv=Content-Type content="text/html; charset=windows-1252">
<meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml>
 <w:WordDocument>
  <w:View>Print</w:View>
  <w:TrackMoves/>
 </w:WordDocument>
</xml><![endif]-->
<style>
<!--
 p.MsoNormal {margin:0cm; font-size:14.0pt; font-family:"Times New Roman",serif;}
-->
</style>
</head>

<body lang=EN-US style='word-wrap:break-word'>

<div class=WordSection1>
"""
_PARAGRAPH = (
    "<p class=MsoNormal style='margin-top:6.0pt;text-align:justify;text-indent: 36.0pt;mso-pagination:none'>"
    "<span lang=VI style='font-size:14.0pt;mso-bidi-font-size:12.0pt'>{text}<o:p></o:p></span></p>"
)
_CELL = (
    "<td valign=top{span} style='width:92.15pt;border:solid windowtext 1.0pt;padding:0cm 5.4pt 0cm 5.4pt'>"
    "<p class=MsoNormal><span style='font-size:12.0pt'>{text}<o:p></o:p></span></p></td>"
)
_LINE = 88


def render(text: str) -> bytes:
    """The file in the encoding it declares, Windows-1252; what that lacks is an entity."""
    pieces = [_HEAD]
    for block in blocks(text):
        pieces.append(_paragraph(block) if isinstance(block, Paragraph) else _table(block))
    pieces.append("</div>\n\n</body>\n\n</html>\n")
    return "\n".join(pieces).encode("cp1252", errors="xmlcharrefreplace")


def _words(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _paragraph(block: Paragraph) -> str:
    return _broken(_PARAGRAPH.format(text=_words(block.text)))


def _table(block: Table) -> str:
    rows = []
    for row in block.merged():
        cells = [_broken(_CELL.format(text=_words(cell.text), span=_span(cell))) for cell in row]
        rows.append(" <tr style='mso-yfti-irow:1'>\n" + "\n".join(cells) + "\n </tr>")
    return "<table class=MsoNormalTable border=1 cellspacing=0 cellpadding=0>\n" + "\n".join(rows) + "\n</table>"


def _span(cell: Cell) -> str:
    rows = f" rowspan={cell.rows}" if cell.rows > 1 else ""
    return rows + (f" colspan={cell.columns}" if cell.columns > 1 else "")


def _broken(text: str) -> str:
    return "\n".join(textwrap.wrap(text, _LINE, break_long_words=False, break_on_hyphens=False))
