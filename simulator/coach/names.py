"""First names by which people in care may be told apart, and words that only look like names; lists and nothing else.

A name that is missing here is still seen where it stands beside "my lady" or "our resident" with a capital.
"""

from simulator.coach.phrases import words_of

FIRST_NAMES = words_of("""
    aaliyah aaron abdul abigail abu ada adam adele adrian agata agnes agnieszka ahmed aidan aileen aisha aishah akash
    alan albert alec alex alexander alf alfie alfred ali alice alison alma alun amanda amelia amina amir amit amy
    anders andrea andrew andy angela angharad angus anil anita ann anna anne annie anthony antonio anwar archie arlene
    arnold arthur asif audrey ava ayesha barbara barry beatrice becky ben benjamin bernadette bernard bert bertha
    beryl bess bessie bethan betty beverley bilal brenda brendan brian bridget bronwen bruce bryn callum cameron carl
    carla carys cath catherine cathy cecil ceri charles charlie charlotte cheryl chloe chris christine christopher
    claire clara clare clarence claude clifford clive colin connor craig cyril daniel danny daphne darren dave david
    davina dawid deb debbie deborah deirdre delyth denis denise dennis derek desmond devi diana diane dilys dinesh
    dolly dominic donald donna dora doreen doris dorothy dot douglas dylan ebony eddie edith edna edward edwin eileen
    eira elaine eleanor elena eleri elin eliza elizabeth ella ellen ellie elsa elsie elspeth emily emlyn emma emmanuel
    enid eric ernest ernie esme esther ethan ethel eunice evan evelyn ewa farah fatima felicity femi fiona florence
    florrie frances francis fraser fred freda freddie gareth garth gary gavin geoff geoffrey george georgina gerald
    geraldine gerry gertrude ghulam gillian gina gladys glenys gloria glyn gordon graham greta gurpreet gwen gwenda
    gwendoline gwilym gwladys gwyn gwyneth hamish hannah harbhajan harjit harold harriet harry hassan hattie hector
    helen henry herbert hilda hugh huw ian ibrahim idris ifor imran ina ines ioan irena irene iris isaac isabel
    isabella isla ivor jacob jacqueline jaden jake jakub jamal james jamie jan jane janet janice jaroslav jasmine
    jason jaswinder jatinder javed jayne jeffrey jenkin jennie jennifer jenny jeremy jess jessica jessie jim jimmy
    joan joanna joanne jodie joe joel john johnny jonathan jordan jose joseph josephine joshua joyce juan judith judy
    julia julian julie kamal karen karim karl kasia kate kath katherine kathleen kathryn katie kayleigh keith kelly
    ken kenneth kerry kevin khalid kieran kirsty krystyna kulwinder kumar kyle laura lauren laurence leah leanne lee
    len leo leonard les leslie lewis liam lilian lillian linda lionel lisa liz lloyd llinos logan lorna lorraine louis
    louisa louise lucy luke lydia lynda lynn lynne mabel madge maggie magda mair mairead malcolm mandeep mandy manjit
    marek margaret margery maria marian marie marion marjorie marlene martha martin marvin mary matilda matthew maud
    maude maureen mavis megan meera mel melanie melissa meryl michael michelle mick mike mildred millie mina minnie
    miriam mo mohammed mohamed moira molly mona monica moses muhammad muriel musa myfanwy myra myrtle nadia nancy
    naomi natalie nathan neil nell nellie nerys nesta neville niall nia nicola nigel nikhil nina noah noel noor nora
    noreen norma norman olga oliver olivia olwen omar oscar oswald owen pamela parveen patricia patrick paul paula
    pauline pawel peggy percy perminder peter phil philip phoebe phyllis piotr polly prem priya rachel rafiq raj
    rajesh ralph ramesh randolph rani raymond rebecca reg reginald rekha rhian rhiannon rhys richard rita robert
    roberta robin rodney roger roland ron ronald ronnie rosemary rosie roy rupert russell ruth ryan sadie sahil sally
    sam samantha samir samuel sandra sara sarah satnam sean shabana shane sharon sheila shirley shona sian sidney
    simon sinead siobhan sofia sonia sophia sophie stacey stan stanislaw stanley stella stephanie stephen steve steven
    stuart sunita surinder susan susie suzanne sybil sylvia tariq ted terence teresa terry thelma theresa thomas tim
    timothy toby tom tommy tony tracey trevor tudor una ursula valerie vera vernon veronica vicky vincent vinod viola
    vivian vivien vivienne walter wanda wendy wilf wilfred wilhelmina william willie winifred winnie yasmin yousuf
    yusuf yvonne zahra zainab zara zoe zofia
    """)

# Names that are words as well. They count where "my lady" or "our resident" stands right beside them.
DOUBTFUL_NAMES = words_of("""
    alma amber angel april art august autumn basil bay bill blossom bob carol cherry chuck clay cliff constance crystal
    daisy dawn dean destiny dot drew eve faith fern flora florence frank gene ginger grace grant guy hazel heather holly
    honey hope iris ivy jack jade jasmine jean joy june lance laurel lee lily mark marina mary mat max may mercy miles
    mo molly nick noel norm olive pat patience pearl penny pip poppy prudence ray rich rita robin rob rose ruby sally
    sandy sky star stew storm sue summer sunny tara tilly victor victoria violet viola will young
    """)

# Capitals that stand behind a title or beside "our client" and are nobody in our care.
NOT_NAMES = words_of("""
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december christmas easter ramadan eid diwali new english welsh scottish irish british european
    twitter facebook youtube google nhs nmc gp gps ot cqc nice rcn uk england wales scotland ireland london i i'm i've
    i'd i'll the a an and or of in on at to we you they he she it is was this that there here so but when if then today
    tonight right big men world universe who what why how very more me my our us them all everyone every day care
    safety experience voice stories health social council limited ltd trust group services team centre road street
    """)

# People of history and of stories, who turn up where care staff talk.
FAMOUS = words_of("""
    nightingale seacole alzheimer parkinson bevan cadwaladr beeton bean marple doubtfire whippy kipling darcy motivator
    tickle poppins fezziwig tiggywinkle havisham gamp scrooge kitwood peplau
    """)
FAMOUS_NAMES = """
    edith cavell
    elizabeth fry|garrett
    carl rogers
    alexander fleming
    joseph lister
    james bond|parkinson
    harry potter
    oliver twist
    peter pan|rabbit
    """

ROLES = words_of("""
    nurse nurses sister matron dr doctor doctors prof professor hca ot ots physio physios student mentor preceptor
    porter porters cleaner cleaners domestic chef cook librarian consultant registrar midwife midwives paramedic
    volunteer volunteers pharmacist dietitian dietician trainer manager apprentice receptionist chaplain colleague
    colleagues boss deputy lead tutor lecturer carer carers assistant worker workers coordinator therapist gp mate
    friend buddy teacher author speaker host team officer governor director singer musician barber hairdresser poet
    artist gardener dog cat pony rabbit staff councillor champion housekeeper
    """)


def is_first_name(word: str) -> bool:
    """Whether a word in small letters is a first name, with or without an 's, doubtful ones included."""
    name = word.removesuffix("'s").removesuffix("'")
    return name in FIRST_NAMES or name in DOUBTFUL_NAMES
