"""The words by which two duties are compared: none of the genre, affixes off, nothing abbreviated."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from orgflow.domain.organisation.words import words_in_order

_STOPS: Final = (
    "ada adalah agar akan antara antar atas atau bagi bahwa berdasarkan berbagai berkaitan dalam dan dapat"
    " dari dengan di dilakukan guna hal hingga ialah ini itu ke kepada lain lainnya maupun meliputi melalui"
    " menurut oleh pada para per perihal sampai sebagai secara sehingga sejenisnya selain seluruh semua serta"
    " sesuai setiap suatu telah tentang terhadap terkait tersebut termasuk tiap untuk yaitu yakni yang"
)
_OF_THE_GENRE: Final = (
    "bahan bantuan bidang daerah dukungan evaluasi fasilitasi fungsi gubernur kebijakan kegiatan koordinasi"
    " lingkungan lingkup pelaksanaan pelaporan pembinaan pemerintah pemerintahan pengaturan pengelolaan"
    " pengendalian pengoordinasian penyelenggaraan penyiapan penyusunan perencanaan perumusan pemantauan"
    " program provinsi sinkronisasi teknis tugas urusan"
)
STOP_WORDS: Final = frozenset(_STOPS.split())
"""Words that say nothing of what a unit does."""

GENRE_WORDS: Final = frozenset(_OF_THE_GENRE.split())
"""Words that nearly every duty of a province has: they say how a unit acts, not on what."""

SHORT_FORMS: Final[Mapping[str, str]] = {
    "humas": "hubungan masyarakat",
    "kominfo": "komunikasi informatika",
    "medsos": "media sosial",
    "pers": "media",
    "tik": "teknologi informasi komunikasi",
    "online": "daring",
    "website": "laman",
    "situs": "laman",
}
"""Words written in two ways, each with the way that counts."""

_SHORTEST: Final = 4
_PREFIXES: Final = (
    ("meng", ""),
    ("meny", "s"),
    ("mem", ""),
    ("men", ""),
    ("peng", ""),
    ("peny", "s"),
    ("pem", ""),
    ("pen", ""),
    ("per", ""),
    ("ber", ""),
    ("ter", ""),
    ("ke", ""),
    ("di", ""),
    ("me", ""),
    ("pe", ""),
)
_SUFFIXES: Final = ("kannya", "annya", "nya", "kan", "an", "i")
_LOAN: Final = "si"
"""How words such as *informasi* end, of which the last letter is no suffix."""


@lru_cache(maxsize=4096)
def telling_words(text: str) -> str:
    """Return the words of a duty that tell what it is about, each as its root, with blanks between."""
    return " ".join(_telling(text))


def _telling(text: str) -> Iterator[str]:
    for word in words_in_order(text):
        if word in STOP_WORDS:
            continue
        root = root_of(word)
        if root not in _GENRE:
            yield from map(root_of, SHORT_FORMS.get(word, SHORT_FORMS.get(root, word)).split())


def root_of(word: str) -> str:
    """Return what is left of a word without the commonest affixes; at least four letters.

    Not a dictionary's root: two words count as one when the same is left of both.
    """
    for suffix in _SUFFIXES:
        is_suffix = word.endswith(suffix) and not (suffix == "i" and word.endswith(_LOAN))
        if is_suffix and len(word) - len(suffix) >= _SHORTEST:
            word = word[: -len(suffix)]
            break
    for prefix, instead in _PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) + len(instead) >= _SHORTEST:
            return instead + word[len(prefix) :]
    return word


_GENRE: Final = frozenset(map(root_of, GENRE_WORDS))
