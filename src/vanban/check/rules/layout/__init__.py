"""TD: layout of State documents (NĐ 30/2020/NĐ-CP)."""
