"""Working days: public holidays and moved working days, year by year, and the hours of half a day."""
