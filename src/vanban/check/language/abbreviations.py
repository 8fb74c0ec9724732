"""Abbreviations: those everybody knows, those a document explains, those it uses."""

from __future__ import annotations

import re

from vanban.check.language.grammar import bare
from vanban.check.subject import CheckedDocument
from vanban.structure import marks
from vanban.structure.lines import Line

_KNOWN = """
UBND HĐND MTTQ MTTQVN TTHC TTCP VPCP BCĐ BTV BCH BTC UBKT UBMTTQ CCHC CNTT CĐS DVC DVCTT HTX NTM OCOP PCCC CNCH BHXH
BHYT BHTN THCS THPT GDĐT KHCN TNMT NNMT LĐTBXH VHTTDL GTVT QPAN ANTT TTATXH TDTT DTTS MTQG CBCC CBCCVC QLNN QPPL
VBQPPL VT NC TH KT KTTH KTN KGVX TU TW TƯ NĐ QĐ NQ CT KH TB BC TTr HD CV KL QH UBTVQH ĐBQH TAND VKSND VKS CA BQP BCA
BNV BYT BTNMT BXD BCT BTP BKHCN KPI ODA FDI GDP GRDP PCI PAR SIPAS PAPI USD VND VNĐ EVN VNPT WTO ASEAN EU UNESCO ISO
TCVN QCVN AI IT GIS GPS SMS LED PDF USB QR COVID HIV AIDS ĐBSCL TPHCM TP HCM HN ĐN STT TT KCN CCN KKT BOT PPP UAV
WEB XHCN CHXHCN CSVN TNCS CCB LHPN NCT LĐLĐ CĐ HND HPN ĐTN VP PGS TS GS ThS CN BS KS NSNN NSTW NSĐP XDCB GPMB GCN
QSDĐ SDĐ II III IV VI VII VIII IX XI XII TNHH MTV CSDL DN HTTT ATTP VSATTP GTGT TNDN TNCN SXKD XKLĐ TTHCC PVHCC ĐMST
ATTT ANM BVMT BĐKH PCTT TKCN KTXH FTA XIII XIV XV XVI XVII XVIII XIX XX XXI
"""
_KNOWN_ABBREVIATIONS = frozenset(_KNOWN.split())
_SHORT = re.compile(r"(?<![\w./&-])[A-ZĐƯƠ]{3,8}(?![\w/&-]|\.\w)")
_IN_BRACKETS = re.compile(r"\(([^()\n]{2,40})\)")
_NAME_WITHIN = 90


def abbreviations_used(document: CheckedDocument) -> dict[str, tuple[int, ...]]:
    """Uncommon abbreviations with the offsets of their uses; ask with ``document.once(abbreviations_used)``.

    Lines in capitals are left out, since every word in them looks like one.
    """
    found: dict[str, list[int]] = {}
    for part in document.structure.parts:
        for line in part.part.body:
            if line.table is None:
                for match in _uncommon(document.text, line):
                    found.setdefault(match.group(), []).append(match.start())
    return {short: tuple(places) for short, places in found.items()}


def _uncommon(text: str, line: Line) -> list[re.Match[str]]:
    matches = [one for one in _SHORT.finditer(text, line.start, line.end) if one.group() not in _KNOWN_ABBREVIATIONS]
    return [] if matches and marks.is_capitals(line.text) else matches


def introduced(document: CheckedDocument) -> tuple[tuple[str, str, int], ...]:
    """Abbreviations the document explains: the letters, the full name, the offset of the letters.

    The full name is the words before the brackets whose first letters are those of the abbreviation; when they are
    not, the name is left empty, and the abbreviation still counts as explained.
    """
    found: list[tuple[str, str, int]] = []
    for match in _IN_BRACKETS.finditer(document.text):
        before = document.text[max(0, match.start() - _NAME_WITHIN) : match.start()]
        for short in _SHORT.finditer(match.group(1)):
            full = _words_of(before.rpartition("\n")[2], short.group())
            found.append((short.group(), full, match.start(1) + short.start()))
    return tuple(found)


def _words_of(text: str, short: str) -> str:
    """The last words of ``text`` that ``short`` abbreviates letter by letter."""
    words = text.split()[-len(short) :]
    initials = "".join(bare(word[0].lower()) for word in words)
    return " ".join(words) if initials == bare(short.lower()) else ""
