"""The closed classes of English words by which phrases are taken apart: joints, determiners, titles, hedges.

They are grammar, not knowledge of actors, which lives in the tables of `data/`.
"""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(text.split())


PRONOUNS = words("""
    he she it they we i you him her them us me his hers its their theirs our ours my who whom which that this
    these those both each all some others one none everyone anyone someone nobody everybody himself herself
    itself themselves ourselves
""")
DETERMINERS = words("""
    the a an this that these those his her its their our my your some any all both each every
""")
JOINTS = words("""
    of from in to for at on with by between near against about over under among who that which whose where
    whom inside outside across after before during since without within toward towards via behind
""")
# Words that open what follows a head: "forces loyal to Haftar", "rebels fighting the government".
PARTICIPLES = words("""
    backed led supported allied aligned linked based loyal close opposed affiliated tied appointed sent held
    named called known stationed fighting acting speaking representing approaching attending controlling
    operating living belonging sheltering seeking working travelling protesting calling taking involved killed
    wounded familiar present responsible hostile sympathetic
""")
FORMER = words("former ex late onetime one-time ousted deposed retired")
# Words before an office that make it another, lesser or past one.
LESSER = FORMER | words("""
    then deputy vice assistant under shadow incoming elect designate future next would-be associate honorary
    previous last first-deputy
""")
ABBREVIATED_TITLES = words("mr mrs ms dr prof rev hon gen col lt maj sgt capt sen rep gov adm brig cpl")
HONORIFICS = ABBREVIATED_TITLES | words("""
    miss sir dame lord lady st
    president premier chancellor minister secretary chairman chairwoman chair ambassador envoy senator
    representative congressman congresswoman governor mayor judge professor director speaker leader
    king queen prince princess emir sultan crown pope cardinal archbishop bishop patriarch father brother
    sister imam sheikh sheik shaikh ayatollah mullah maulana mufti rabbi general colonel captain major
    lieutenant sergeant marshal field admiral brigadier commander commandant comrade chief deputy vice special
""")
NUMBERS = words("""
    two three four five six seven eight nine ten eleven twelve twenty thirty dozen dozens hundred hundreds
    thousand thousands many several some few scores
""")
# Adjectives of peoples and parties within a country; beside the endings of `PEOPLE_ENDINGS`.
PEOPLES = words("kurd kurds serb serbs druze tuareg republican republicans democratic democrats cypriot")
PEOPLE_ENDINGS = tuple(words("ish ite ist unni ian ese ani"))
GROUP_NOUNS = words("group movement militia organisation organization faction militants fighters insurgents")
STATE_NOUNS = words("government regime country kingdom republic")
# Group nouns in names not in the tables, by what they tell of the group.
ARMED_DESCRIPTORS = words("""
    Brigade Brigades Battalion Battalions Army Militia Militias Legion Guerrillas Mujahideen
    Resistance Jihad Division Front Movement Forces Force
""")
UMBRELLA_DESCRIPTORS = words("Coalition Alliance Council Congress Committee Bloc Platform Union Assembly")
PARTY_DESCRIPTORS = words("Party")
# Plurals that stand before "'s" inside the names of groups ("People's Front").
POSSESSED = words("People Peoples Workers Women Patriots Farmers Nation Citizens")
# Together with a country these make a state's own body, not a group.
STATE_DESCRIPTORS = words("""
    Security Defence Defense State Supreme Parliament Foreign Royal Armed Air National Federal Constitutional
    Military Special Republican Electoral Ministerial Presidential Government Cabinet Legislative Senate House
    Affairs Intelligence Judiciary Budget Finance Olympic Business Trade Chamber Rights Human Red Football
""")
# Endings of capitalised words that begin a sentence and are no part of the name after them ("Neighbouring").
PLAIN_ENDINGS = tuple(words("ing ed ern ous ful al ic ive less able ary est ly er"))
PLAIN_WORDS = NUMBERS | words("""
    both even only former neighbour post-war new today but yet if as so also when while most all no more young
    old local fellow native ethnic one other another poor rich angry armed free displaced
""")
# Lower-case words inside a person's name ("Staffan de Mistura").
PARTICLES = words("de del della di da dos du la le el al bin ibn bint ben ould van von der den zu")
# Possessive pronouns point back into the text, so the words around do not say whose.
POINTERS = words("his her its their our my your")
# Nobody known: no country is put to these by context.
UNIDENTIFIED = words("unidentified unknown masked suspected alleged foreign international other world tribal")
# Words before "leaders" that leave them leaders of the state; any other ("party", "protest") does not.
PLAIN_LEADERS = words("""
    senior top new supreme paramount current civilian military political de facto two three both elected
    interim transitional longtime veteran embattled former
""")
# Fighters too vague for the words around to say whose they are.
VAGUE_FIGHTERS = words("gunman militant fighter attacker bomber terrorist extremist jihadist assailant force")
# "A group of", "dozens of": what follows is the head.
QUANTITIES = NUMBERS | words("""
    group groups number pair team series handful majority minority rest couple one some most all none half
    each both any scores part parts band
""")
# Joints after which the owner of what stands before is named.
BELONGING_JOINTS = words("of from within inside representing")
BELONGING_PHRASES = frozenset(
    {"loyal to", "affiliated with", "linked to", "acting for", "speaking for", "sent by", "appointed by"}
)
# "US allies", "opponents of Morsi": not those whose allies or opponents they are.
RELATIONAL = words("""
    ally opponent critic rival foe enemy adversary detractor backer sponsor patron neighbour neighbor partner
    friend supporter sympathiser victim loyalist
""")
# In the plural these are several actors of a country: "Afghan sides".
SIDES = words("side party camp community")
