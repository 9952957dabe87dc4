"""Label spaces, in the order of the model's outputs. Types, modes, statuses and contexts come from the codebook."""
UPOS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()
NAMES = ["person", "org", "place"]
MENTIONS = ["actor", "place", "time", "amount"]
KINDS = ["person", "state", "org", "group"]
SECTORS = "GOV LEG JUD MIL COP SPY PTY PRM REB UAF UNK OPP CVL CRM BUS LAB AGR EDU MED JRN REL REF ELI SOC PRE IGO NGO ISM IMG MNC".split()
TYPES = "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT".split()
MODES = {
    "CONSULT": "visit third-party multilateral phone".split(),
    "RETREAT": "withdraw release disarm ceasefire access resign".split(),
    "REQUEST": "assist change yield meet".split(),
    "ACCUSE": "disapprove investigate allege".split(),
    "REJECT": "assist change yield meet".split(),
    "THREATEN": "restrict arrest relations expel territory violence".split(),
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize".split(),
    "SANCTION": "convict expel withdraw discontinue".split(),
    "MOBILIZE": "troops weapons police militia".split(),
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber".split(),
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone heavy-weapons crowd-control unconventional".split(),
}
MODE_PAIRS = [(t, None) for t in TYPES] + [(t, m) for t in TYPES for m in MODES.get(t, [])]
STATUSES = "happened ongoing planned conditional called-for speculated denied".split()
CONTEXTS = (
    "military intelligence executive legislative election political_institutions pro_democracy pro_autocracy economic legal "
    "reparations human_rights rights_freedoms repression human_security gender lgbt religion_ethnicity inequality diplomatic "
    "territory peacekeeping health asylum migration disasters natural_resource environment technology terrorism cbrn cyber "
    "misinformation crime corruption illegal_drugs trafficking"
).split()
ROLES = ["source", "target", "place", "time", "amount", "by", "speaker", "content"]

# unit-level outputs: name, width. BIO outputs are O, then B and I of each label.
UNIT_HEADS = [
    ("upos", len(UPOS)),
    ("border", 2),
    ("names", 1 + 2 * len(NAMES)),
    ("mentions", 1 + 2 * len(MENTIONS)),
    ("kind", len(KINDS)),
    ("sectors", len(SECTORS)),
    ("trigger", 1 + len(TYPES)),
    ("mode", len(MODE_PAIRS)),
    ("status", len(STATUSES)),
    ("contexts", len(CONTEXTS)),
    ("factuality", 3),
    ("cue", 3),
    ("content", 3),
]
