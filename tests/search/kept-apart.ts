/**
 * What must never stand for each other: opposites, and things that only share a subject. One pair a line, as its
 * words are entered in the groups.
 */
export const keptApart: readonly (readonly string[])[] = `
import | export
buy | sell
comprar | vender
进口 | 出口
support | oppose
apoyar | oponerse
支持 | 反对
win | lose
ganar | perder
accept | reject
allow | ban
legal | illegal
praise | criticise
confirm | deny
admit | deny
guilty | innocent
convict | acquit
arrest | release
open | close
abrir | cerrar
start | end
start | stop
resume | suspend
continue | stop
join | withdraw
加入 | 退出
hire | lay off
appoint | dismiss
appoint | resign
increase | decrease
aumentar | disminuir
增加 | 减少
rise | fall
growth | recession
surplus | deficit
profit | loss
income | spend
price rise | price cut
tax rise | tax cut
rate hike | rate cut
record high | record low
cheap | expensive
free | paid
lend | borrow
strengthen | weaken
buff | nerf
improve | worsen
escalate | de-escalate
war | peace
attack | defence
succeed | fail
possible | impossible
optimistic | pessimistic
love | hate
remember | forget
create | destroy
add | remove
include | exclude
arrive | leave
find | lose
born | die
killed | injured
victim | survivor
safe | danger
easy | difficult
strong | weak
fast | slow
large | small
long-term | short-term
high | low
old | young
ancient | modern
clean | dirty
truth | lie
fair | unfair
permanent | temporary
always | never
future | past
first | last
next | last
minimum | maximum
more than | less than
majority | minority
ruling party | opposition
plaintiff | the accused
employer | employee
full-time | part-time
inside | outside
left | right
urban | rural
crewed mission | uncrewed
hot | cold
flood | drought
oil | gas
oil | coal
oil | barrel
oil | petrol
petrol | diesel
石油 | 天然气
petróleo | gas
solar | wind power
nuclear power | nuclear weapon
gold | silver
wheat | rice
pork | beef
loan | invest
loan | aid
aid | invest
loan | grant
préstamo | inversión
贷款 | 投资
visit | summit
visit | meeting
meeting | summit
visita | cumbre
访问 | 峰会
tax | tariff
impuesto | arancel
税 | 关税
tariff | sanction
subsidy | tax
treaty | visit
president | prime minister
president | vice president
minister | president
mayor | governor
king | queen
senate | house of representatives
election | referendum
candidate | voter
poll | election
protest | riot
judge | lawyer
prosecutor | lawyer
police | army
army | navy
navy | air force
soldier | police
tank | missile
missile | bomb
murder | theft
theft | fraud
prison | fine
hospital | doctor
hospital | clinic
doctor | nurse
vaccine | medicine
virus | bacteria
cancer | diabetes
flu | coronavirus
teacher | student
school | university
teacher | professor
yesterday | today
today | tomorrow
yesterday | tomorrow
ayer | mañana
昨天 | 明天
day | week
week | month
month | year
decade | century
monday | tuesday
january | february
last year | next year
last year | this year
morning | afternoon
spring | autumn
winter | summer
father | mother
son | daughter
brother | sister
husband | wife
man | woman
boy | girl
child | adult
north | south
east | west
city | village
city | country
river | lake
island | mountain
train | bus
train | plane
airplane | helicopter
airport | airline
car | truck
bridge | tunnel
road | railway
pilot | passenger
earthquake | tsunami
earthquake | flood
storm | earthquake
rain | snow
moon | mars
sun | moon
satellite | rocket
rocket | missile
football | basketball
player | coach
gold medal | silver medal
win | draw
semi-final | final
stadium | team
film | book
song | album
actor | film director
software | hardware
server | website
hack | outage
data breach | outage
password | account
update | rollback
phone | computer
upload | download
ban | mute
moderator | member
china | taiwan
china | united states
russia | ukraine
north korea | south korea
israel | palestine
india | pakistan
iran | iraq
sudan | south sudan
niger | nigeria
austria | australia
china | beijing
un | eu
nato | eu
g7 | g20
world bank | imf
celac | un
dollar | euro
dollar | yuan
kilometre | mile
`
  .trim()
  .split('\n')
  .map((line) => line.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().split(' | '));
