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
# Words before a kind of group or an office that tell of one more.
OTHERS = words(
    "second third fourth fifth another other others rival smaller larger splinter breakaway new newer different separate further"
)
ABBREVIATED_TITLES = words("h.e mr mrs ms dr prof rev hon gen col lt maj sgt capt sen rep gov adm brig cpl")
HONORIFICS = ABBREVIATED_TITLES | words("""
    miss sir dame lord lady st señor senor señora senora herr frau signor signora
    president premier chancellor minister secretary chairman chairwoman chair ambassador envoy senator
    representative congressman congresswoman governor mayor judge professor director speaker leader
    king queen prince princess emir sultan crown pope cardinal archbishop bishop patriarch father brother
    sister imam sheikh sheik shaikh ayatollah mullah maulana mufti rabbi general colonel captain major
    lieutenant sergeant marshal field admiral brigadier commander commandant comrade chief deputy vice special
    excellency mzee mwalimu tata ustaz bapak haji hadji alhaji el-hadj cheikh sayyid sayed seyyed monsignor monsieur
    madame doctor pastor father reverend
""")
NUMBERS = words("""
    two three four five six seven eight nine ten eleven twelve twenty thirty dozen dozens hundred hundreds
    thousand thousands many several some few scores
""")
# Adjectives of peoples and parties within a country; beside the endings of `PEOPLE_ENDINGS`.
PEOPLES = words("kurd kurds serb serbs druze tuareg republican republicans democratic democrats cypriot")
PEOPLE_ENDINGS = tuple(words("ish ite ist unni ian ese ani"))
GROUP_NOUNS = words("group movement militia organisation organization faction militants fighters insurgents sect")
# Nouns that behind a group's name mean the group itself ("the Huthi movement").
NAMED_GROUP_NOUNS = words("group movement militia organisation organization party alliance coalition")
# Nouns for officers who rule a state: that of the one state spoken of.
JUNTAS = frozenset({"junta", "military junta"})
STATE_NOUNS = words("government regime country kingdom republic")
# What in the plural is never the one spoken of before: "the two countries", "both groups".
SEPARATE = STATE_NOUNS | words("group movement organisation organization faction")
# Words by which a committee is one of a parliament, and the nouns for it.
LEGISLATIVE = words("Senate House Parliamentary Congressional Knesset Duma Bundestag Commons Lords Majlis")
PANELS = words("Committee Council Assembly Commission Panel Subcommittee")
# Organs that beside such panels organisations of states have.
ORGANS = words("Authority Secretariat Bureau Organ Presidency Summit")
# Types of organisations (codebook 2.1) that have a branch in many a country, called by its adjective: "the Kenyan Red Cross".
NATIONAL_BRANCHES = words("civil_society ngo_mediator religious_body women_or_minority_body")
# Lands where the forces of another were, or are, in charge for years: police "in the West Bank" may be anybody's.
HELD_BY_ANOTHER = words("PSE ESH XKX")
# Nouns between a nationality and the name of a body that works abroad: "the Dutch group Pax Christi" is no branch of it.
BODY_NOUNS = words(
    "group organisation organization charity community movement society association foundation institute agency network ngo"
)
# Whose union, federation or association speaks for labour.
LABOURERS = words(
    "Teachers Workers Nurses Farmers Miners Drivers Employees Auto Steelworkers Trade Labour Labor Transport Metalworkers"
)
# Nouns that go on after an outlet's name and make it another thing ("Foreign Affairs Committee").
UMBRELLA_DESCRIPTORS = words("Coalition Alliance Council Congress Committee Bloc Platform Union Assembly")
# Plurals that stand before "'s" inside the names of groups ("People's Front").
POSSESSED = words("People Peoples Workers Women Patriots Farmers Nation Citizens")
# Together with a country these make a state's own body, not a group.
STATE_DESCRIPTORS = words("""
    Security Defence Defense State Supreme Parliament Foreign Royal Armed Air National Federal Constitutional
    Military Special Republican Electoral Ministerial Presidential Government Cabinet Legislative Senate House
    Affairs Intelligence Judiciary Budget Finance Olympic Business Trade Chamber Rights Human Red Football
    Artillery Infantry Armoured Armored Airborne Mechanised Mechanized Tank Guards Engineer Paratroop Mountain Naval
    Task Criminal Antitrust Civil Liberties Oversight Appropriations Ethics Banking Policy City County
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
UNIDENTIFIED = words("unidentified unknown masked suspected alleged foreign international another other world tribal")
# Adjectives that before "Democrats" and the like make another party of them ("Social Democrats").
PARTY_ADJECTIVES = words("""
    social christian liberal national islamic popular radical free new united constitutional federal central republican civic moral
""")
# Words before "leaders" that leave them leaders of the state; any other ("party", "protest") does not.
PLAIN_LEADERS = words("""
    senior top new supreme paramount current civilian military political de facto two three both elected
    interim transitional longtime veteran embattled former
""")
# Fighters too vague for the words around to say whose they are.
VAGUE_FIGHTERS = words("gunman militant fighter attacker bomber terrorist extremist jihadist assailant force")
# "A group of", "dozens of": what follows is the head.
QUANTITIES = NUMBERS | words("""
    tens group groups number pair team series handful majority minority rest couple one some most all none half
    each both any scores part parts band
""")
# Nouns for a sort of people that are first names or surnames too; beside another capitalised word they are no role.
NAMELIKE = words(
    "miner mason carpenter baker marshal constable sheriff bishop abbot deacon vicar lama page ranger fan ngo national"
)
# Joints after which the owner of what stands before is named.
BELONGING_JOINTS = words("of from within inside representing")
BELONGING_PHRASES = frozenset(
    {
        *("loyal to", "affiliated with", "linked to", "acting for", "speaking for", "sent by", "appointed by"),
        *("led by", "run by", "headed by", "commanded by", "controlled by", "employed by"),
    }
)
# "US allies", "opponents of Morsi": not those whose allies or opponents they are.
RELATIONAL = words("""
    ally opponent critic rival foe enemy adversary detractor backer sponsor patron neighbour neighbor partner
    friend supporter sympathiser victim loyalist
""")
# Whoever is against somebody is the opposition of that somebody's country; who is for him is at least of it.
OPPOSING = words("opponent critic detractor")
FOLLOWING = words("supporter loyalist sympathiser victim")
# Nouns that do not tell the sort of actor where nobody is named.
SORTLESS = words("""
    leader ruler mission host guarantor coalition alliance family public relative supporter participant
    counterpart donor chairman member office staff chief deputy director head person individual leadership
""")
# Sectors whose people belong to the country of the place named before them ("Delhi police"), unlike soldiers and envoys.
LOCAL_SECTORS = words("COP JUD LEG CVL EDU REL BUS MED CRM LAB HLH AGR REF REB SEP INS PAR OPP")
# Sectors of offices held in a state, but not of it.
APART = words("OPP REB SEP PTY REL BUS MED EDU LAB NGO")
# Fighters who keep their own noun in the name made for them, where others are "rebels".
OWN_NOUNS = words(
    "militant militants extremist extremists terrorist terrorists terror jihadist jihadists jihadi islamist islamists"
)
# Where the words around name one country only, these are of it even with nobody beside them.
HOME_SECTORS = words("GOV MIL COP SPY LEG JUD CVL EDU REL BUS LAB HLH AGR OPP PTY")
# Nouns that beside an organisation mean its members, not itself ("EU countries").
MEMBERS = words("country nation state power government capital territory republic") | {"member state"}
# Of these the place after "in" tells the country too ("a court in Bishkek").
SEATED_SECTORS = words("COP JUD LEG")
# Nouns for what a state's ruler leads ("the Kim regime").
RULED = words("administration regime government cabinet aide adviser camp")
# What follows these has done, has or suffers what stands before ("a request by the judge", "the killing of civilians"),
# and what follows those is only where it is.
DEED_JOINTS = words("of by from to against")
PLACE_JOINTS = words("in inside at near on across")
STRIKES = words("""
    strike strikes airstrike airstrikes raid raids offensive operation operations attack attacks assault bombing
    bombardment intervention invasion campaign blockade war shelling air-strike air-strikes
""")
# Endings of nouns for persons ("barrister", "champion"), by which an unknown one before a name is told from an adjective.
PERSON_ENDINGS = tuple(words("er or ist man woman eer ion ant wright smith star head boy girl maker"))
# Words that before a people tell that single people of it are meant, and of what sort.
UPROOTED = words("displaced exiled uprooted stateless refugee")
ETHNIC = words("ethnic")
# Offices whose bearers do not belong to the place beside them ("Geneva negotiators").
AWAY = words("ambassador special_envoy negotiator delegation_head")
# Offices of whom a town may send, and not only its state.
SENT = words("negotiator delegation_head")
# By these who stands for a place of a country, too, without any office.
STANDING_FOR = words("representative")
# By these the plural means those who fight or vie with one another, the government among them: never one actor.
AT_WAR = words("warring belligerent")
RIVALS = AT_WAR | words("rival feuding opposing competing contending")
# In the plural these are several actors of a country: "Afghan sides".
SIDES = words("side party camp community")
RELATED = frozenset(
    {
        "ally",
        "foe",
        "rival",
        "enemy",
        "friend",
        "opponent",
        "critic",
        "backer",
        "patron",
        "sponsor",
        "nemesis",
        "adversary",
    }
)
"""Nouns of whom somebody has dealings with: "Hamas' ally Mohammed Morsi" is not of Hamas."""
