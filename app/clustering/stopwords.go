package clustering

// Function words by language, written for search phrases: question words, articles, prepositions, pronouns, auxiliaries,
// and the fillers of spoken requests.
const (
	english_ = `a about above after again against all also am an and any anyone anything are as at be because been before being
below between both but by can cant cannot could couldnt d did didnt do does doesnt doing dont down during each else ever every few
for from further get gets getting got had has hasnt have havent having he hello hello hi her here hers hey him his how i id if ill
im in into is isnt it its ive just know let like ll m make me might more most much must my myself near need needs no nor not
now of off ok okay on once one only or other our ours out over own please re s same see shall she should so some somehow
someone something still such sure t tell than thank thanks that thats the their theirs them then there these they thing
things this those though through to too under until up us use used using ve very via versus vs want wanted wants was wasnt
way we were what whats when where which while who whom whose why will with within without wont would wouldnt yes yet you your
yours yourself`
	german_ = `aber alle allem allen aller alles als also am an andere ander auch auf aus bei beim bin bis bist da dafür damit
dann das dass dein deine dem den denn der deren des dessen die dies diese diesem diesen dieser dieses doch dort du durch ein
eine einem einen einer eines er es etwas euer für gegen gibt habe haben hat hatte hier ich ihr ihre ihrem ihren ihrer im in
ins ist ja jede jedem jeden jeder jedes kann kein keine können lässt machen macht man mehr mein meine mit muss müssen nach
nicht nichts noch nur ob oder ohne sehr sein seine sich sie sind so soll sollte solche über um und uns unser unter vom von
vor wann war warum was weil welche welchem welchen welcher welches wem wen wenn wer werden wie wieder wieso wird wo wozu
wurde zu zum zur zwischen`
	french_ = `a à ai alors as au aucun aussi autre aux avec avez avoir bien c ce cela ces cet cette ceux chaque chez ci combien
comme comment d dans de des donc dont du elle elles en entre es est et été être eu faire fait faut il ils j je l la le les
leur leurs lors lui m ma mais me même mes moi mon n ne nos notre nous on ont ou où par pas peu peut plus pour pourquoi qu
quand que quel quelle quelles quels qui quoi s sa sans se ses si sien soi soit son sont sous sur t ta te tes toi ton tous
tout toute toutes très tu un une vers vos votre vous y`
	spanish_ = `a al algo algún alguna algunos ante antes aquí así aun aunque cada como cómo con contra cual cuál cuáles cuando
cuándo cuanto cuánto cuánta cuántos de del desde donde dónde dos durante e el él ella ellos en entre era es esa ese eso esta
está este esto estos fue ha hacer hace hasta hay la las le les lo los más me mi mis muy nada ni no nos o os otra otro para
pero poco por porque puede que qué quien quién se según ser si sí sin sobre son su sus también tan te tiene todo todos tu tus
un una uno unos y ya yo`
	italian_ = `a ad agli ai al alla alle allo anche c che chi ci come con cosa cui d da dagli dai dal dalla dalle dei degli del
della delle dello di do dove e è ed era essere fa fare gli ha hai hanno ho i il in io l la le lei li lo loro lui ma me mi mia
mio ne negli nei nel nella nelle no noi non o per perché più può quale quali quando quanto quanti quanta quello questa queste
questo se sei si sia sono sta su sua sue sugli sui sul sulla suo te ti tra tu tua tuo un una uno vi voi`
	portuguese_ = `a à ao aos as às até com como da das de dela dele do dos e é ela elas ele eles em entre era essa esse esta
está este eu foi fazer há isso isto já lhe mais mas me mesmo meu minha muito na nas não nem no nos nós num numa o onde os ou
para pela pelas pelo pelos por porque porquê pra quais qual quando quanto quantos que quem se sem ser seu sua são só sobre
também te tem ter teu tu um uma umas uns você vocês`
	dutch_ = `aan al alle als bij dan dat de den der deze die dit doe doen door dus een en er had heb hebben heeft het hier hij
hoe hoeveel hun ik in is je jij kan kun kunnen maar me met mijn moet naar niet nog nu of om omdat onder ons ook op over per
te tegen tot uit u uw van veel voor waar waarom wanneer was wat we wel welke werd wie wij worden wordt zal ze zelf zich zij
zijn zo zonder zou`
	swedish_ = `alla att av bara blir de dem den denna det detta dig din du där efter eller en er ett från får för ha han har hos
hon hur i inte jag kan kommer man med men mig min mot mycket må ni någon något när och om oss på sig sin ska som så till
under upp ut utan vad var varför vem vi vid vilka vilken vilket vill är över`
	norwegian_ = `alle at av bare ble blir da de deg den denne der det dette din du eller en er et ett etter for fra får ha han har
hun hva hvem hvilken hvilke hvor hvordan hvorfor i ikke jeg kan man med meg men min mot må når og om opp oss over på seg sin
skal som så til under ut uten var ved vi vil være`
	danish_ = `af alle at bare blev bliver da de deg dem den denne der det dette dig din du efter eller en er et for fra få får ha
han har hos hun hvad hvem hvilken hvilke hvor hvordan hvorfor hvornår i ikke jeg kan man med mig men min mod må når og også om
op os over på sig sin skal som så til uden under ved vi vil være`
	polish_ = `a aby ale bez być był była było by chce co czy dla do gdzie go i ile ich im ja jak jaka jaki jakie jako jest jeśli
już kiedy kto która które który ma mam mnie może mu na nad nie niż o od on ona po pod poza przed przez przy się są ta tak
tam te tego ten to tu w we więc z za ze że`
	russian_ = `а без бы был была было быть в вам вас ведь во вот все всё вы где да для до его её если есть еще ещё же за и из или
им их к как какая какие какой когда который кто куда ли лучше между меня мне много может можно мой мы на над надо нас не нет
ни но ну о об он она они от очень по под после почему при про с сам свой себя сколько со так такой там то того тоже только
том ты у уже чего чей чем через что чтобы эта эти это этот я`
	hungarian_ = `a az aki ami amely azt be csak de e egy el ez ezt fel ha hogy hogyan hol hány is itt kell ki le lehet lesz már
meg mely melyik mennyi mert mi miért mikor milyen mint mit nem nincs olyan ott s sem szerint vagy van volt és`
	turkish_ = `acaba ama bana ben bir biz bu çok da daha de değil diye en gibi hangi hem için ile ise kaç kadar kim mi mı mu mü
nasıl ne neden nedir nerede niçin o olan olarak olur sen şey şu ve veya ya`
)
