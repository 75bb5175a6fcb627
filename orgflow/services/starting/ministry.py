"""The desks of the ministry that every government starts from; each may rename them.

Source: [MINISTRY-DESKS].
"""

from typing import Final

MINISTRY_DESKS: Final = (
    "Direktorat Fasilitasi Kelembagaan dan Kepegawaian Perangkat Daerah",
    "Direktorat Produk Hukum Daerah",
)
