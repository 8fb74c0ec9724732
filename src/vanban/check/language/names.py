"""Words of other tongues in Vietnamese documents: shapes of ethnic names, and loanwords written as one word."""

from __future__ import annotations

import re

_VOWEL = "aăâeêioôơuưyàằầèềìòồờùừỳáắấéếíóốớúứýãẵẫẽễĩõỗỡũữỹảẳẩẻểỉỏổởủửỷạặậẹệịọộợụựỵ"
_ETHNIC = re.compile(
    rf"(?:[bcdđghjklmnpqrstvwxyzf]{{0,3}}[{_VOWEL}]{{1,3}}(?:[kljrhbgdsvz]{{1,2}}|k)|"
    rf"(?:[bcđdgkhpstmn][rlưjưh]|h['’]?|k['’]?|[wjzf])[{_VOWEL}]{{1,3}}[a-zđ]{{0,2}}|"
    rf"k[aăâoôơuưáắấóốớúứàằầòồờùừạặậọộợụự][a-zđ{_VOWEL}]{{0,3}}|[{_VOWEL}]{{2,3}}[a-zđ]{{0,2}}|[nkhd]?iê[{_VOWEL}]?|m?l[ôơư]\w*)"
)
"""Shapes that names of the Central Highlands and the north-west have and Vietnamese has not: final k, l, r, h (Đắk
Lắk, Păh), clusters (Krông, Plông, Blang), k before a, o, u (Kon Tum, Kạn), syllables without consonant (Ea, Êa,
Ia)."""

_LOANWORDS = """
blốc nơtron prôton êlectron lôcốt môtíp rôbốt xôviết tivi amiăng ampe antimon apatít axít bauxít bazơ bôxít búpphê
cacbon catalô clo crôm cácbon côban côngtenơ côngtơ diesel enzim euro gara hiđrô hyđrô hécta kali kilôgam kilômét
lênin lêninnít lôgic lôgô milimét mácxít mêtan mêtrô míttin míttinh môtơ môđun măngan niken nitơ panô phốtpho
prôtêin pêđan pơmu rađa rađiô rúp rơle sêri sôcôla tivi tuabin vitamin viđêô vácxin vônfram vắcxin xentimét ximăng
xêmina xêri xôviết xăngtimét xăngđan ápphích áptômát êkíp êtanon êtylic ôtô ôxi ôxy ôxít ôzôn ătlát điêzen đêxiben
đôla ơrô
"""
LOANWORDS = frozenset(_LOANWORDS.split())
"""Loanwords that are written as one word, in small letters."""


def may_be_ethnic_name(word: str) -> bool:
    """True when ``word`` (lower case) has the shape of a name of another tongue."""
    return _ETHNIC.fullmatch(word) is not None
