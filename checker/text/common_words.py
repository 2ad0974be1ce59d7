"""Words that begin sentences with a capital and are no names for it.

Drawn from news prose by count: words that open sentences, or are frequent, and that inside sentences stand in lower case
at least three times as often as with a capital. Adverbs in *-ly* and forms in *-ing* are left out: they are told by ending.
"""

from __future__ import annotations

COMMON_WORDS: frozenset[str] = frozenset(
    """abandoned ability able abortion abortions abroad absence absent absentee absolute absurd abuse abuses accept
acceptable acceptance accepted access accomplished accomplishments accord account accountable accounts accurate
accusations accuse accused achieve achieved achievement acknowledge acknowledged across acted actions active activist
activists activities activity actors actress acts actual add added addition additional address addressed addresses
adds administration administrative admission admissions admit admitted adopted ads adult adults advance advanced
advantage advice advised adviser advisers advocacy advocate advocated advocates affair affect affected afford afraid
aftermath afternoon afterward age agencies agenda agent agents aggressive ago agree agreed agreement agreements ahead
aid aide aides aim aimed aims aircraft aired airstrikes aisle alarm alas alert alerts aliens alike alive allegation
allegations alleged allies allow allowed allows almost alone along alongside already alternative altogether alumni
always ambassadors ambitious amendments ammunition amnesty amount amounts analysis analyst analysts anchor anger angry
anniversary announce announced announcement annual anonymity anonymous another answer answered answers anticipated
anxiety anxious anybody anymore anyone anytime anyway anywhere apart apartment apologize apologized apology app
apparent appeal appear appearance appearances appeared appears applause applicants application applications applied
appointed appointment appointments approach approached appropriate approval approve approved area areas argue argued
argues argument arguments arm arms around arrest arrested arrests arrival arrived arrives article articles aside ask
asked asks aspects assault assaulted asserted assertion assessment asset assets assigned assistance assistant
associate associates assume assumed asylum atmosphere attack attacked attacks attempt attempted attempts attend
attended attendees attention attitude attitudes attorneys audience audit auditors author authorities authority
authorized authors auto automatic available average avert avoid avoided aware away baby back backed background
backlash bad balance balk ballistic ballot ballots ban banks banned bans bar barrier barriers bars base based basic
basis battle battleground battles bear beat beautiful became become becomes began begin begins begun behalf behavior
behind belief beliefs believe believed believes bench benefit benefits besides best better beyond bias biased bid big
bigger biggest bigotry billion billionaire billionaires billions bills biologists bipartisan birth bishops bit bitter
black blacks blame blamed blast blasted bloc block blocked blog blood blow blue boats bodies body bold bolster bomb
bombings bombs bondholders bonds book books boost border borders born boss bottom bought box boy brain branch brand
brands breach break breaks bridge brief briefed brings broad broadcast broader broke broken brother brought brutal
brutality budget budgets build buildings built bunch buoyed burden bureaucrats burglars bus buses business businesses
businessman busy buy cable calendar call called calls calm came camera cameras campaign campaigned campaigners
campaigns camps campus cancel canceled cancer candidacy candidate candidates cannot cap capabilities capable capacity
capital capitalism caption capture captured car caravan carbon card career careful carried carry cars case cases cash
cast catch caucuses caught cause caused causes celebrate celebrated celebrities cell censorship centrist century
ceremony certain chain challenge challenged challenger challenges chamber chambers chance chances change changed
changes chaos character characterized charge charged charges check checks chemical chief child children choice choices
choose chose chosen churches circle circles circumstances cited cities citizen citizens citizenship civil civilian
civilians claim claimed claims clash clashes class classes classified clear cleared client cliff climate clinic
clinics clip clock close closed closer closest coaches coal coalition code collapse collapsed colleague colleagues
collect collected collection collective colleges colluded collusion color column columnist columnists com combat
combination combined come comedian comes comfortable commander comment commentary commentators comments commercial
commit commitment commitments committed committees common communication communications communities community commuters
companies company compare compared comparison compete competition competitive compiled complained complaint complaints
complete completed complex complicated comprehensive compromise computer concept concern concerned concerns conclude
concluded conclusion conclusions concrete condemn condemnation condemned condition conditions conduct conducted
conference confidence confident confirm confirmation confirmed conflict conflicts confront confrontation confronted
confusion congressional congressman connected connection connections conscience consensus consent consequences
conservative conservatives consider consideration considered considers consistent conspiracy constant constituents
constitutional construction consulate consultant consulted consumer consumers contact contacted contacts contain
contained contains contempt contender contenders content contentious contest contested contests context continue
continues contract contractor contractors contracts contrary contrast contribute contributed contribution
contributions contributor control controlled controls controversial controversies controversy conventional conventions
conversation conversations convicted conviction convince convinced cooperate cooperation coordinated cops copy
copyright corner coronavirus coroners corporate corporations correct correction corrupt corruption cost costs
councillors count counted counter counterparts counties countries country counts coup couple coupled couples course
courts cover coverage covered covers crack crackdown crash crashed crazy create created creation credentials
credibility credible credit creditors crew crews crime crimes criminal criminals crises crisis critic critical
criticism criticize criticized critics cross crossed crowd crowded crowds crucial crude cue cultural culture curators
curb currency current custody customers cut cuts cyber cycle dam damage damaged dams danger dangerous dangers dark
data database date daughter day days dead deadline deal dealings deals dealt death deaths debate debates debt decade
decades decide decided decision decisions decisive declaration declare declared decline declined dedicated deemed deep
deeper default defeat defeated defend defendants defended defenders deficit deficits define defined definition defund
degree delay delayed delays delegate delegates delegation deleted deliver delivered delivery demand demanded demands
democracy demographic demonstrate demonstrated demonstrations demonstrators denial denied denies denounced deny
departments departure depends deployed deportation deportations deputies describe described describes deserve deserves
design designed desire desk desperate despite destroy destroyed destruction detail detailed details detained detainees
detectives detention determination determine determined develop developed developments device devices devoted dialogue
dictator die died difference differences different difficult digital dinner diplomacy diplomat diplomatic diplomats
direct directed direction directors disagree disagreed disappointed disappointment disaster disastrous disclose
disclosed disclosure discovered discretion discrimination discuss discussed discussion discussions dismiss dismissed
display displayed dispute disputed distance districts divers diverse diversity divide divided divisions divisive
dockers doctor doctors document documents dog dollar dollars domestic dominated donated donations done donor donors
door doors dossier double doubled doubt doubts download downtown dozen dozens draft drag drama dramatic draw drawn
drew drive driven driver drivers drone drop dropped drove drug drugs dubbed dude due duties duty dynamic eager earlier
earn earned earnings earthquake ease easier easy echoed ecologists economic economies economist economists economy
edge editor editorial effect effective effects effort efforts eight elect elected election elections electorate
element elements eligible eliminate elite elites elsewhere email emails embassy embattled embrace embraced emerge
emerged emergency emissions emotional emphasis emphasized employee employees employer employers employment empty enact
enacted encourage encouraged end ended endorse endorsed endorsement endorsements ends enemies enemy enforce
enforcement engage engaged engagement engineers enjoy enormous enough enrollment ensure enter entered entertainment
enthusiasm entire entitled entitlement entry environment environmental envoys epidemic epidemiologists episode equal
equality equipment equivalent era error errors escalation escape essential establish established establishment estate
estimate estimated estimates etc ethical evangelical event events eventual everybody everyone everywhere evidence evil
exact examine example examples except exception exceptions excerpts excessive exchange exchanges exclusive excuse
executive executives exercise exhibit exist existence exists exit expand expanded expansion expect expectations
expected expects expense expensive experience experienced expert experts expire explain explained explains explanation
explosion explosive exports expose exposed express expressed expression extend extended extension extensive extent
extra extraordinary extreme extremist extremists eye eyes face faced faces facilities facility fact factions factor
factors factory facts fail failed fails failure failures fair fake fall fallen fallout falls false familiar families
famous fan fans far farm farmers fashion fast faster fatal fate father fathers fault favor favorable favored favorite
fear feared fears feature featured features federal feed feel feels fees feet fell fellow felony felt female fence
ferries ferry fewer field fierce fifteen fight fighters fights figure figures filed filibuster fill filled film final
financial find findings finds fine finish finished fire firearm firearms fired firefighters fires firm firms first
fiscal fish fishermen fit five fix flag flags flanked flawed flight flights floor flow focus focused folks follow
followed followers follows food foot footage forced forces forecast forecasters foreign forever forget forgotten form
formal formed former forms forth forward fossil fought found founded founder four framework fraud free frequent fresh
freshman friend friends front frustrated frustration fuel fueled full fun function fundamental funded fundraiser funds
funeral funny furthermore future gain gained gains game gap gas gather gathered gave gay gear gender generation
generations get gets giant gift girl girls give given gives glioblastoma global goal goals goes gone gonna good goods
got gotten govern government governments governor governors graduate graduates grand granted grants grassroots grave
great greater greatest greenhouse grew grocery ground grounds group groups grow growers grown growth guarantee guards
gubernatorial guess guests guidance guide guidelines guilty gun gunman guns guy guys hack hacked hackers hailed half
halt hand handed handful handle handled hands happen happened happens happy harassment hard harder harm harsh hate
hatred head headed headline headlines headquarters heads health healthcare healthy hear heard hearings heart heat
heated heavy heck hedge heels held hell help helped helps hemp hence herders hero high higher highest highlight
highlighted highlights hike hikes hire hired historians historic historical history hit hits hoax hold holds holiday
home homeless homeowners homes honest honor hoped hopeful hopefuls hopes hospital hospitals host hostage hosted
hostile hostility hosts hot hour hours household households houses https huge humanitarian humans hundred hundreds
hunters hurt husband hypocrisy idea ideas identified identify identity ideological ideology ignore ignored illegal
illness illustration image imagine immediate immigrant immigrants immigration imminent immunity impact impeach
impeached impeachment implement implementation implemented implications importance important imports impose imposed
impossible impression improve inadequate inappropriate inbox incident incidents include included includes income
increase increased increases incredible incumbent indeed independent independents indicate indicated indicates
indication indicted indictment individual individuals industries industry inequality inevitable infamous infected
infection infections inflation influence influential info information informed infrastructure initial initiatives
injunction injured injuries inner innocent inquiry inside insiders insist insisted insists inspectors inspired
instance instead institutions insults insurance insurers intellectual intend intended intends intense intent intention
interest interested interests interfere interference interim intervention interview interviewed interviews introduce
introduced invalid invasion inventories investigate investigated investigation investigations investigative
investigators investment investments investors invitation invited involve involved involvement involves isolation
issue issued issues items jail job jobless jobs join joined journalism journalist journalists journey judges judgment
judicial jump jumped jurors jury justices justified justify keep keeps kept key kick kicked kids kill killed kind
kinds knew know knowledge known knows label labeled lack ladies laid land landed landlords landmark landscape language
large larger largest last late later latest latter launch launched law lawmaker lawmakers laws lawsuit lawsuits lawyer
lawyers lay lead leaders leadership leads leak leaked leaks learn learned leave leaves led left leftist legacy legal
legalization legislation legislative legislators legitimate length lengthy lesson lessors let lethal letter letters
level levels leverage liability liberal liberals libertarians license lie lied lies life lift lifted light liked likes
likewise limit limited limits line lines link linked links list listed lists litigation little live lived lives loan
loans lobby lobbyists local located location lock lockdown locked long longer longest longtime look looked looks
lorries lose loses loss losses lost lot lots loud love loved low lower lowest loyal loyalty lunch machine machines
made magazines magistrates mail main mainstream maintain maintained major majorities make makes male man manage
managed manager managers mandate mandatory manner manufacturers many margin margins marijuana marked market markets
marks marriage marriages married mask masks mass massacre massive match mate material materials math matter matters
maximum maybe mean meaningful means meant meanwhile measure measures meat media medical meet meetings member members
memo memory memos men mental mention mentioned mere mess message messages met midnight midst midterm midterms migrant
migrants migration miles militant militants military millennials million millions mind minds mine mines minimum
ministers minor minorities minute minutes misconduct misinformation missed missile missiles mission mistake mistakes
mix mixed model models moderate moderates moderators modern modest moment moments momentum money monks month months
mood moral mother mothers motion motivated move moved movement moves movie multiple murder murdered music name named
names narrative narrow nationalist nationwide natural nature near nearby necessary need needed needless needs negative
negotiate negotiated negotiations negotiators neighborhood neighbors neighbours net networks neutral never
nevertheless newsletter newspaper next night nightmare nine nobody nominated nomination nominations nominee nominees
none nonetheless nonpartisan nonprofit normal notable note noted notes notice notion novel nowadays nowhere nuclear
nullification number numbers numerous nurses oath objections objective obligation observers obstruction obtain
obtained obvious occur occurred odds offense offensive offer offered offers office officer officers offices official
officials often oil okay old older ones online open opened operate operation operations operatives opinion opinions
opioid opponent opponents opportunities opportunity oppose opposed opposite opposition optimism optimistic option
options order ordered orders ordinary organisers organizations organized organizers original orphans otherwise ought
ousted outbreak outcome outlet outlets outlined outrage outrageous outreach outright outside overall overcome overhaul
overreach overseas overturn owned owner owners ownership owns pace pack package pages paid pain paint pair pandemic
panel panic paper papers pardon parent parents part partial participants participate participation particular parties
partisan partisanship partner partners parts pass passage passed passengers passes past path pathologists pathway
patient patients pattern pay payment payments payroll peace peaceful peak penalties penalty pensioners people
perceived percent percentage perception perfect perform performance performed perhaps period permanent permission
permit permits person personal personality personnel perspective persuade phone phones photograph phrase physical pic
pick picked picks picture piece pieces pilot pilots pipeline pitch place placed places plaintiffs plan plane planes
planet plans plant plants platform platforms play playback played players plays plea pleaded please pledge pledged
plenty plot plus point pointed points poised polarization polarized police policies policy political politician
politicians politics poll polls pollution poor popular popularity population populations populist portion pose posed
poses position positions positive possession possibility possible posted posts pot potential poverty power powerful
powers practice practices praise praised precedent predecessor predicted prefer preferred pregnancy preliminary
premiums prepare prepared prepares presence present preserve presidency presidential presidents pressed pressure
presumptive pretty prevent prevented previous price prices pride primaries primary principle principles prior
priorities priority prison prisoners privacy private privilege pro probe problem problems procedural procedure
procedures proceed proceedings process produce produced producers product production products professional
professionals professor profile profit profits profound program programs progress progressive progressives prohibit
projected projects prominent promise promised promises promote promoted prompted proof propaganda proper property
proponents proposal proposals proposed prosecution prosecutor prosecutors prospect prospects protect protected
protections protective protest protesters protestors protests proud prove proved proven provide provided providers
provides provision provisions public publication published pull pulled pundits punish punishment pupils purchase
purchases pure purpose purposes pursue pursuit push pushed put puts qualified qualify quality quarter question
questioned questions quick quid quiet quit quo quote quoted quotes race races racial racism racist radical radio raid
railway raise raised raises rallies ran range ranks rape rapid rare rate rates ratings reach reached reaction reactor
read readers reads ready real reality realize realized reason reasonable reasons rebels rebuild rebuke recall recalled
receive received recent recess recipients recognition recognize recognized recommendation recommendations recommended
record recorded records recovered recovery red reduce reduced reduction reelection referees reference referendum
referred reflect reflected reflects reform reforms refugee refugees refusal refuse refused regard regardless regime
region regional registered registration regret regular regulation regulations regulators regulatory reiterated reject
rejected related relations relationship relationships relative relatives release released relevant relief religion
religious reluctant remain remained remains remark remarkable remarks remember reminder removal remove removed renewed
reopen repeal repeat repeated replace replaced replacement replied report reported reporter reporters reports
represent represented represents reputation request requested requests require required requirement requirements
requires rescue rescuers researchers resident residents resign resignation resigned resistance resolution resolve
resolved resources respect respected respond responded respondents response responses responsibility responsible rest
restaurant restaurants restore restrict restrictions result resulted results resume retail retailers retaliation
retired retirement return returned returns reveal revealed reveals revelation revelations revenue reverse review
reviewed reviews revised rhetoric rich rid ridiculous right rights rise risk risks rival rivals road robust rocket
role roles roll rolled rollout rolls root roots round rounds route routine row rule ruled rules rulings rumors run
runs rural sad safe safer safety said sale sales sanctions sanctuary sat satellite save saved savings saw say says
scale scandal scandals scenario scene scenes schedule scheduled scheme schools scientific scientists scope score
scores scrutiny search season seat seated seats second seconds secret secrets sector secure secured see seek seeks
seem seemed seems seen sees segment seize seized selection sell senators send senior sense sensitive sent sentence
sentenced sentences sentiment separate separated sequester series serious serve served server serves session set sets
settle settled settlement settlements seven several severe sex sexual shake shame shape share shared shareholders
shares sharp shield shift shifted ship ships shock shocked shoot shooter shootings shop shoppers short shot shots show
showdown showed shown shows shut shutdown sick side sides sight sign signal signaled signals signature signed
significance significant signs silence silent similar simple singers single sit site sites sits situation six size
skeptical skepticism skeptics skills skip slammed slated slavery slow small smaller smart smoke social socialist
society software solar sold soldier soldiers solid solution solutions solve somebody somehow someone sometime
sometimes somewhat somewhere son soon sorry sort sought sound sounded sounds source sources space sparked speak speaks
special specific specifics spectators spectrum speculation speech speeches speed spend spent spin spirit split spoke
spoken spokesman spokesperson spokeswoman sports spot spotlight spread spy stability staff staffer staffers stage
stake stakes stalled stance stand standard standards standoff stands stark start started starts stated statement
statements statewide station stations statue status statute stay stayed steady steel stem step stepped steps stick
still stimulus stock stocks stolen stood stop stopped store stores stories storm story straight strange strategic
strategist strategists strategy streets strength strengthen stressed stretch strict strike strikers strikes strong
stronger strongest struck structure struggle struggled struggles stuck student students study stuff stunned stupid
style subject submit submitted subpoena subpoenas subsequent subsidies substantial substantive suburban suburbs
succeed success successful successor sudden sued suffer suffered suffice sufficient suggest suggested suggestion
suggests suicide suit summary summer summit superior support supported supporter supporters supportive supports
suppose supposed supremacists sure surfaced surge surgeons surprise surprised surveillance survey surveyed surveys
survive survivors suspect suspected suspects suspend suspended sustained sway sworn symptoms system systems table
tackle tactics take takeaways taken takes talk talked talks tank tape tapped target targeted targets tariff tariffs
task tax taxes taxpayer taxpayers teacher teachers team teams tear tech technical technology telephone televised
television tell tells temporary ten tenants tend tens tense tension tensions tenure term terms terrible territory
terror terrorism terrorist terrorists test tested testified testify testimony tests text thank thanks theater theme
theories theory therefore thieves things think thinks third thought thoughts thousands threat threaten threatened
threatens threats three threshold threw throughout throw thrown ticket tickets tie tied ties tight time timeline tiny
tips titled today together toggle told toll tomorrow tone tonight took tool tools top topic topics torture total touch
tough tougher tour touted town towns toxic track trade traders tradition traditional traffic tragedy trail train
trained trains transcript transfer transgender transition transparency transport travel traveled treat treated
treatment tremendous trend trends trial trials tried tries trigger triggered trillion trip troops trouble troubled
truck trucks true trust trusted truth try tunnel turbine turmoil turn turned turnout turns tweet tweeted tweets twelve
twenty twice two type types typical ultimate unable unacceptable unarmed unauthorized uncertainty unclear
unconstitutional undecided undermine underscored understand understands understood underway undocumented unemployment
unexpected unfair uninsured unions unique unit units unity universal universities unknown unless unlike unnamed
unnecessary unpopular unprecedented unrest unsupported unusual unveiled update updates upheld upset urge urged urgency
urgent use used useful user users uses usual vacation vaccine vaccines value values variety various vast vehicle
vehicles version versus vessels veteran veto vicious victim victims victories victory video view viewed viewers views
villagers violate violated violates violation violations violence violent viral virus visa visas vision visit visited
visits vital vocal voice voiced voices volunteers vote voted voter voters votes vowed vulnerable wage wages wait wake
walk walked want wanted wants warn warned warnings warrant wars waste watch watchdog watched water wave waves way ways
weak wealth wealthy weapon weapons wear weather website websites week weekend weeks weigh weight welcome welcomed
welfare well went whatever whenever wherever whichever whistleblower whites whoever whole wide widespread widows wife
wild willingness win wind window winds winner wins wisdom wish withdraw withdrawal withhold witness witnesses woman
women won wonder word words work worked worker workers workforce works world worldwide worried worries worry worse
worst worth wounded write writer writes written wrong wrote year years yes yesterday young younger youth zero""".split()
)
"""Lower-cased."""
