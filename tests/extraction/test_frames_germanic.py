"""Sentences about crew and players in German, Dutch, the Scandinavian languages and Polish."""

from __future__ import annotations

import hashlib

import pytest

from filmgraph.extraction import extract_facts
from filmgraph.model.document import Document

TITLES = {"de": "Phoenix", "nl": "Borgman", "da": "Jagten", "sv": "Turist", "no": "Blind", "pl": "Ida"}
LEDES = {
    "de": "Die Kinos holen in diesem Frühjahr einige der Filme zurück, über die man im Herbst viel sprach.",
    "nl": "De bioscopen halen dit voorjaar een aantal van de films terug waar het hele jaar over ging.",
    "da": "Biograferne henter til foråret en del af de film tilbage, som man har talt så meget om i år.",
    "sv": "Biograferna tar i vår tillbaka flera av de filmer som det har talats så mycket om under året.",
    "no": "Kinoene henter til våren tilbake en del av de filmene som det har vært snakket så mye om i år.",
    "pl": "Kina przypominają tej wiosny kilka filmów, o których się w tym sezonie tak wiele mówiło.",
}
# A page's prose is told by the length of its lines.
FILLS = {
    "de": " Am Ende gab es langen Beifall, und niemand hatte es an diesem Abend eilig, nach Hause zu gehen.",
    "nl": " Aan het eind klonk er lang applaus, en niemand had die avond haast om weer naar huis te gaan.",
    "da": " Til sidst var der langt bifald, og ingen havde den aften travlt med at komme hjem igen til sit.",
    "sv": " Till slut kom en lång applåd, och ingen hade den kvällen bråttom att komma hem till sitt igen.",
    "no": " Til slutt kom det lang applaus, og ingen hadde det travelt med å komme seg hjem den kvelden.",
    "pl": " Na koniec długo klaskano i nikomu nie spieszyło się tego wieczoru, żeby wracać już do domu.",
}
GERMAN = [
    (
        "Regisseur Christian Petzold erzählt das mit der Ruhe, die man von ihm kennt.",
        "director: Christian Petzold",
    ),
    (
        "Regie führte Christian Petzold, der auch sonst nichts dem Zufall überlässt.",
        "director: Christian Petzold",
    ),
    (
        "Unter der Regie von Christian Petzold entstand ein Film von seltener Ruhe.",
        "director: Christian Petzold",
    ),
    (
        "Das von Christian Petzold inszenierte Drama kommt ohne große Worte aus.",
        "director: Christian Petzold",
    ),
    (
        "Der Film wurde von Christian Petzold inszeniert und von Hans Fromm fotografiert.",
        "director: Christian Petzold; cinematographer: Hans Fromm",
    ),
    (
        "Christian Petzolds neuer Film spielt in einer Stadt, die es nicht mehr gibt.",
        "director: Christian Petzold",
    ),
    (
        "Der neue Film von Christian Petzold spielt in einer Stadt, die es nicht mehr gibt.",
        "director: Christian Petzold",
    ),
    (
        "Das Drehbuch stammt von Christian Petzold und Harun Farocki.",
        "screenwriter: Christian Petzold; screenwriter: Harun Farocki",
    ),
    (
        "Das Drehbuch schrieb Harun Farocki, und man merkt es ihm in jeder Szene an.",
        "screenwriter: Harun Farocki",
    ),
    (
        "Nach einem Drehbuch von Harun Farocki entstand ein Film über das Erkennen.",
        "screenwriter: Harun Farocki",
    ),
    (
        "Harun Farocki schrieb das Drehbuch, das mit sehr wenigen Worten auskommt.",
        "screenwriter: Harun Farocki",
    ),
    (
        "Harun Farocki hat das Drehbuch geschrieben, das mit wenigen Worten auskommt.",
        "screenwriter: Harun Farocki",
    ),
    (
        "Die Kamera von Hans Fromm bleibt auf Abstand, der Schnitt von Bettina Böhler ist streng.",
        "cinematographer: Hans Fromm; editor: Bettina Böhler",
    ),
    (
        "Hans Fromms Kamera bleibt auf Abstand, Bettina Böhlers Schnitt vertraut auf Türen.",
        "cinematographer: Hans Fromm; editor: Bettina Böhler",
    ),
    ("Kameramann Hans Fromm findet dafür Bilder, die man nicht vergisst.", "cinematographer: Hans Fromm"),
    (
        "Hinter der Kamera stand Hans Fromm, am Schneidetisch saß Bettina Böhler.",
        "cinematographer: Hans Fromm; editor: Bettina Böhler",
    ),
    (
        "Hans Fromm hat das in einem Licht fotografiert, das es sonst nur im Kino gibt.",
        "cinematographer: Hans Fromm",
    ),
    (
        "Fotografiert von Hans Fromm, geschnitten von Bettina Böhler: ein Film wie aus einem Guss.",
        "cinematographer: Hans Fromm; editor: Bettina Böhler",
    ),
    (
        "Für die Kamera zeichnet Hans Fromm verantwortlich, für die Musik Stefan Will.",
        "cinematographer: Hans Fromm; composer: Stefan Will",
    ),
    (
        "Hans Fromm führte die Kamera, und Bettina Böhler besorgte den Schnitt.",
        "cinematographer: Hans Fromm; editor: Bettina Böhler",
    ),
    (
        "Die Musik hat wie gewohnt Stefan Will komponiert, sparsam bis zur Selbstverleugnung.",
        "composer: Stefan Will",
    ),
    (
        "Die Musik komponierte Stefan Will, das Szenenbild entwarf Kade Gruber.",
        "composer: Stefan Will; production-designer: Kade Gruber",
    ),
    (
        "Die Bauten entwarf Kade Gruber, die Kostüme stammen von Anette Guther.",
        "production-designer: Kade Gruber; costume-designer: Anette Guther",
    ),
    (
        "Szenenbildner Kade Gruber und Kostümbildnerin Anette Guther bauen eine Welt aus Staub.",
        "production-designer: Kade Gruber; costume-designer: Anette Guther",
    ),
    ("Stefan Will schrieb die Musik, die man kaum bemerkt.", "composer: Stefan Will"),
    (
        "Produziert wurde der Film von Florian Koerner von Gustorf und Michael Weber.",
        "producer: Florian Koerner von Gustorf; producer: Michael Weber",
    ),
    (
        "Die Produzenten Florian Koerner von Gustorf und Michael Weber haben lange daran festgehalten.",
        "producer: Florian Koerner von Gustorf; producer: Michael Weber",
    ),
    ("Die Montage (Bettina Böhler) lässt jedem Blick seine Zeit.", "editor: Bettina Böhler"),
    (
        "Nelly, gespielt von Nina Hoss, kehrt zurück in eine Stadt, die sie nicht erkennt.",
        "Nina Hoss = Nelly",
    ),
    ("Nina Hoss spielt Nelly als eine, die sich selbst erst wieder lernen muss.", "Nina Hoss = Nelly"),
    (
        "Nelly wird von Nina Hoss gespielt, ihr Mann Johnny von Ronald Zehrfeld.",
        "Nina Hoss = Nelly; Ronald Zehrfeld = Johnny",
    ),
    ("Ronald Zehrfeld verkörpert Johnny mit einer Kälte, die lange nachwirkt.", "Ronald Zehrfeld = Johnny"),
    ("Ronald Zehrfeld gibt dem Johnny eine Härte, die er selbst nicht kennt.", "Ronald Zehrfeld = Johnny"),
    ("Nina Hoss in der Rolle der Nelly trägt diesen Film auf schmalen Schultern.", "Nina Hoss = Nelly"),
    ("In der Rolle der Nelly glänzt Nina Hoss, wie so oft in diesen Jahren.", "Nina Hoss = Nelly"),
    (
        "Nelly (Nina Hoss) kehrt zurück und findet Johnny (Ronald Zehrfeld) in einem Nachtclub.",
        "Nina Hoss = Nelly; Ronald Zehrfeld = Johnny",
    ),
    (
        "Nina Hoss als Nelly und Ronald Zehrfeld als Johnny: so viel Schweigen war selten.",
        "Nina Hoss = Nelly; Ronald Zehrfeld = Johnny",
    ),
    ("Als Nelly ist Nina Hoss von einer Zerbrechlichkeit, die wehtut.", "Nina Hoss = Nelly"),
    ("Als Lene sehen wir Nina Kunzendorf, die mit jedem Satz an etwas erinnert.", "Nina Kunzendorf = Lene"),
    (
        "Sie wartet auf Lene, die Nina Kunzendorf spielt wie jemand, der schon gegangen ist.",
        "Nina Kunzendorf = Lene",
    ),
    ("Seine Freundin Lene spielt Nina Kunzendorf mit großer Strenge.", "Nina Kunzendorf = Lene"),
    (
        "Mit Nina Hoss und Ronald Zehrfeld in den Hauptrollen ist der Film glänzend besetzt.",
        "actor: Nina Hoss; actor: Ronald Zehrfeld",
    ),
    (
        "In den Hauptrollen sind Nina Hoss und Ronald Zehrfeld zu sehen.",
        "actor: Nina Hoss; actor: Ronald Zehrfeld",
    ),
    (
        "Die Hauptrollen spielen Nina Hoss und Ronald Zehrfeld, beide auf der Höhe ihrer Kunst.",
        "actor: Nina Hoss; actor: Ronald Zehrfeld",
    ),
    ("Hauptdarstellerin Nina Hoss bleibt dabei stets das Rätsel dieses Films.", "actor: Nina Hoss"),
    (
        "In weiteren Rollen sind Michael Maertens und Imogen Kogge zu sehen.",
        "actor: Michael Maertens; actor: Imogen Kogge",
    ),
    (
        "Die Bilder stammen von Hans Fromm, und Stefan Will hat dazu geschwiegen.",
        "cinematographer: Hans Fromm",
    ),
    ("Ronald Zehrfeld überzeugt hier als der schweigsame Johnny.", "Ronald Zehrfeld = Johnny"),
]
DUTCH = [
    (
        "Regisseur Alex van Warmerdam houdt de kijker een spiegel voor die niet flatteert.",
        "director: Alex van Warmerdam",
    ),
    (
        "De film is geregisseerd door Alex van Warmerdam, die zelf ook een rol speelt.",
        "director: Alex van Warmerdam",
    ),
    (
        "De regie is in handen van Alex van Warmerdam, de muziek is van Vincent van Warmerdam.",
        "director: Alex van Warmerdam; composer: Vincent van Warmerdam",
    ),
    (
        "De nieuwe film van Alex van Warmerdam begint met een jacht door het bos.",
        "director: Alex van Warmerdam",
    ),
    ("Alex van Warmerdams nieuwe film begint met een jacht door het bos.", "director: Alex van Warmerdam"),
    (
        "Alex van Warmerdam schreef het scenario, Tom Erisman deed het camerawerk.",
        "screenwriter: Alex van Warmerdam; cinematographer: Tom Erisman",
    ),
    (
        "Het scenario is geschreven door Alex van Warmerdam, de montage is van Job ter Burg.",
        "screenwriter: Alex van Warmerdam; editor: Job ter Burg",
    ),
    (
        "Het camerawerk van Tom Erisman is koel, en de montage van Job ter Burg genadeloos.",
        "cinematographer: Tom Erisman; editor: Job ter Burg",
    ),
    (
        "Cameraman Tom Erisman houdt afstand, componist Vincent van Warmerdam ook.",
        "cinematographer: Tom Erisman; composer: Vincent van Warmerdam",
    ),
    ("De montage was in handen van Job ter Burg, die geen shot te lang aanhoudt.", "editor: Job ter Burg"),
    (
        "Vincent van Warmerdam componeerde de muziek, die klinkt als een slecht geweten.",
        "composer: Vincent van Warmerdam",
    ),
    (
        "Voor de muziek tekende Vincent van Warmerdam, voor het camerawerk Tom Erisman.",
        "composer: Vincent van Warmerdam; cinematographer: Tom Erisman",
    ),
    ("Tom Erisman tekende voor het camerawerk, dat koel en precies is.", "cinematographer: Tom Erisman"),
    ("Tom Erisman filmt het allemaal met een onverstoorbare blik.", "cinematographer: Tom Erisman"),
    (
        "Gefotografeerd door Tom Erisman en gemonteerd door Job ter Burg is het een strak geheel.",
        "cinematographer: Tom Erisman; editor: Job ter Burg",
    ),
    (
        "De film werd geproduceerd door Marc van Warmerdam, al jaren de vaste kracht.",
        "producer: Marc van Warmerdam",
    ),
    ("De muziek werd gecomponeerd door Vincent van Warmerdam.", "composer: Vincent van Warmerdam"),
    (
        "Marina, gespeeld door Hadewych Minis, opent de deur en weet het eigenlijk al.",
        "Hadewych Minis = Marina",
    ),
    (
        "Hadewych Minis speelt Marina als iemand die haar eigen huis niet meer kent.",
        "Hadewych Minis = Marina",
    ),
    ("Marina wordt gespeeld door Hadewych Minis, die hier alles kan.", "Hadewych Minis = Marina"),
    ("Jeroen Perceval vertolkt Richard met een nauwelijks onderdrukte woede.", "Jeroen Perceval = Richard"),
    (
        "Jeroen Perceval is als Richard een man die alles onder controle denkt te hebben.",
        "Jeroen Perceval = Richard",
    ),
    ("Als Richard zien we Jeroen Perceval, een Vlaming in een Hollandse villa.", "Jeroen Perceval = Richard"),
    ("Hadewych Minis als Marina is de ontdekking van deze vreemde film.", "Hadewych Minis = Marina"),
    ("Jeroen Perceval in de rol van Richard is precies zo beheerst als nodig.", "Jeroen Perceval = Richard"),
    ("De rol van Richard wordt vertolkt door Jeroen Perceval, een Vlaming.", "Jeroen Perceval = Richard"),
    (
        "Jeroen Perceval kruipt in de huid van Richard, en dat is geen prettig gezicht.",
        "Jeroen Perceval = Richard",
    ),
    ("Hadewych Minis geeft Marina een kwetsbaarheid die je niet ziet aankomen.", "Hadewych Minis = Marina"),
    (
        "Met Jan Bijvoet en Hadewych Minis in de hoofdrollen kan er weinig misgaan.",
        "actor: Jan Bijvoet; actor: Hadewych Minis",
    ),
    (
        "De hoofdrollen worden gespeeld door Jan Bijvoet en Hadewych Minis.",
        "actor: Jan Bijvoet; actor: Hadewych Minis",
    ),
    ("Hoofdrolspeler Jan Bijvoet kijkt alsof hij de enige is die het weet.", "actor: Jan Bijvoet"),
    ("In een bijrol valt de Vlaming Gene Bervoets op, kort en grappig.", "actor: Gene Bervoets"),
]
DANISH = [
    (
        "Instruktør Thomas Vinterberg lader historien rulle uden at hæve stemmen.",
        "director: Thomas Vinterberg",
    ),
    (
        "Filmen er instrueret af Thomas Vinterberg efter et manuskript af Tobias Lindholm.",
        "director: Thomas Vinterberg; screenwriter: Tobias Lindholm",
    ),
    ("Thomas Vinterbergs nye film handler om en mand, som ingen tror på.", "director: Thomas Vinterberg"),
    (
        "Thomas Vinterberg instruerer filmen med en sikker hånd og et koldt blik.",
        "director: Thomas Vinterberg",
    ),
    (
        "Thomas Vinterberg har skrevet manuskriptet sammen med Tobias Lindholm.",
        "screenwriter: Thomas Vinterberg; screenwriter: Tobias Lindholm",
    ),
    (
        "Manuskriptet er skrevet af Tobias Lindholm, og musikken er komponeret af Nikolaj Egelund.",
        "screenwriter: Tobias Lindholm; composer: Nikolaj Egelund",
    ),
    (
        "Filmen er fotograferet af Charlotte Bruus Christensen og klippet af Anne Østerud.",
        "cinematographer: Charlotte Bruus Christensen; editor: Anne Østerud",
    ),
    (
        "Charlotte Bruus Christensens kamera kommer tæt på, og Nikolaj Egelunds musik holder sig tilbage.",
        "cinematographer: Charlotte Bruus Christensen; composer: Nikolaj Egelund",
    ),
    (
        "Fotografen Charlotte Bruus Christensen finder lyset i de små stuer.",
        "cinematographer: Charlotte Bruus Christensen",
    ),
    (
        "Musikken er af Nikolaj Egelund, som ikke fylder mere end højst nødvendigt.",
        "composer: Nikolaj Egelund",
    ),
    ("Klipperen Anne Østerud giver scenerne den tid, de skal have.", "editor: Anne Østerud"),
    ("Nikolaj Egelund har komponeret musikken, der er holdt i mol.", "composer: Nikolaj Egelund"),
    (
        "Nikolaj Egelund står for musikken, og Anne Østerud har klippet filmen.",
        "composer: Nikolaj Egelund; editor: Anne Østerud",
    ),
    (
        "Scenograf var Torben Stig Nielsen, og Manon Rasmussen tegnede kostumerne.",
        "production-designer: Torben Stig Nielsen; costume-designer: Manon Rasmussen",
    ),
    (
        "Filmen er produceret af Morten Kaufmann og Sisse Graum Jørgensen.",
        "producer: Morten Kaufmann; producer: Sisse Graum Jørgensen",
    ),
    ("Mads Mikkelsen spiller Lucas, en mand som byen vender ryggen.", "Mads Mikkelsen = Lucas"),
    ("Lucas, spillet af Mads Mikkelsen, arbejder i en børnehave.", "Mads Mikkelsen = Lucas"),
    ("Lucas spilles af Mads Mikkelsen, der vandt i Cannes for rollen.", "Mads Mikkelsen = Lucas"),
    ("Lucas bliver spillet af Mads Mikkelsen med stor tilbageholdenhed.", "Mads Mikkelsen = Lucas"),
    ("Mads Mikkelsen er fremragende i rollen som Lucas, der ikke bliver troet.", "Mads Mikkelsen = Lucas"),
    ("I rollen som Theo ser vi Thomas Bo Larsen, som aldrig har været bedre.", "Thomas Bo Larsen = Theo"),
    (
        "Mads Mikkelsen som Lucas og Thomas Bo Larsen som Theo er et stærkt par.",
        "Mads Mikkelsen = Lucas; Thomas Bo Larsen = Theo",
    ),
    (
        "Med Mads Mikkelsen og Thomas Bo Larsen i hovedrollerne er der nok at se på.",
        "actor: Mads Mikkelsen; actor: Thomas Bo Larsen",
    ),
    (
        "Hovedrollerne spilles af Mads Mikkelsen og Thomas Bo Larsen.",
        "actor: Mads Mikkelsen; actor: Thomas Bo Larsen",
    ),
    ("Susse Wold medvirker i en lille rolle som leder af børnehaven.", "actor: Susse Wold"),
    (
        "Theo er ældre end Lucas, som bliver spillet af Mads Mikkelsen.",
        "Mads Mikkelsen = Lucas",
    ),
    (
        "Morten Kaufmann producerede for Zentropa, som så ofte.",
        "producer: Morten Kaufmann",
    ),
    ("Klipningen, som instruktøren lavede sammen med Anne Østerud, er stram.", "editor: Anne Østerud"),
]
SWEDISH = [
    (
        "Regissören Ruben Östlund låter kameran stå stilla tills man skruvar på sig.",
        "director: Ruben Östlund",
    ),
    (
        "Filmen är regisserad av Ruben Östlund, som också har skrivit manus.",
        "director: Ruben Östlund; screenwriter: Ruben Östlund",
    ),
    (
        "Filmen är skriven och regisserad av Ruben Östlund, som vill se oss skämmas.",
        "screenwriter: Ruben Östlund; director: Ruben Östlund",
    ),
    ("I regi av Ruben Östlund blir semestern till ett prov.", "director: Ruben Östlund"),
    ("Ruben Östlunds nya film utspelar sig på en skidort i Alperna.", "director: Ruben Östlund"),
    ("Ruben Östlund regisserar filmen med en entomologs nyfikenhet.", "director: Ruben Östlund"),
    (
        "Fotot av Fredrik Wenzel är iskallt, och musiken av Ola Fløttum likaså.",
        "cinematographer: Fredrik Wenzel; composer: Ola Fløttum",
    ),
    (
        "Fredrik Wenzels foto är iskallt, och Ola Fløttums musik drar åt fars.",
        "cinematographer: Fredrik Wenzel; composer: Ola Fløttum",
    ),
    (
        "Fredrik Wenzel har fotat, och Jacob Secher Schulsinger har klippt filmen.",
        "cinematographer: Fredrik Wenzel; editor: Jacob Secher Schulsinger",
    ),
    (
        "Filmen är fotograferad av Fredrik Wenzel och klippt av Jacob Secher Schulsinger.",
        "cinematographer: Fredrik Wenzel; editor: Jacob Secher Schulsinger",
    ),
    ("Fotografen Fredrik Wenzel låter bergen trycka på utifrån.", "cinematographer: Fredrik Wenzel"),
    ("Ola Fløttum har skrivit musiken, som knappt hörs.", "composer: Ola Fløttum"),
    (
        "För fotot svarar Fredrik Wenzel, för musiken Ola Fløttum.",
        "cinematographer: Fredrik Wenzel; composer: Ola Fløttum",
    ),
    (
        "Ola Fløttum står för musiken, Josefin Åsberg för scenografin.",
        "composer: Ola Fløttum; production-designer: Josefin Åsberg",
    ),
    ("Scenografen Josefin Åsberg har hittat ett hotell utan själ.", "production-designer: Josefin Åsberg"),
    (
        "Filmen är producerad av Erik Hemmendorff och Marie Kjellson.",
        "producer: Erik Hemmendorff; producer: Marie Kjellson",
    ),
    ("Tomas, spelad av Johannes Bah Kuhnke, springer när lavinen kommer.", "Johannes Bah Kuhnke = Tomas"),
    ("Tomas spelas av Johannes Bah Kuhnke, som aldrig har varit bättre.", "Johannes Bah Kuhnke = Tomas"),
    ("Johannes Bah Kuhnke spelar Tomas som en man som inte vill bli sedd.", "Johannes Bah Kuhnke = Tomas"),
    ("Lisa Loven Kongsli är briljant i rollen som Ebba, hustrun som såg allt.", "Lisa Loven Kongsli = Ebba"),
    ("Som Ebba är Lisa Loven Kongsli alldeles lysande.", "Lisa Loven Kongsli = Ebba"),
    ("I rollen som Mats ser vi Kristofer Hivju, med skägg och samvete.", "Kristofer Hivju = Mats"),
    ("Kristofer Hivju gör Mats till en rörande figur.", "Kristofer Hivju = Mats"),
    ("Mats görs av Kristofer Hivju, med skägg och samvete.", "Kristofer Hivju = Mats"),
    ("Lisa Loven Kongsli som Ebba bär filmen med små medel.", "Lisa Loven Kongsli = Ebba"),
    ("Mats (Kristofer Hivju) försöker släta över, men ingen lyssnar.", "Kristofer Hivju = Mats"),
    (
        "Med Johannes Bah Kuhnke och Lisa Loven Kongsli i huvudrollerna blir det tätt.",
        "actor: Johannes Bah Kuhnke; actor: Lisa Loven Kongsli",
    ),
    (
        "Huvudrollerna spelas av Johannes Bah Kuhnke och Lisa Loven Kongsli.",
        "actor: Johannes Bah Kuhnke; actor: Lisa Loven Kongsli",
    ),
    (
        "De två görs av Johannes Bah Kuhnke och Lisa Loven Kongsli.",
        "actor: Johannes Bah Kuhnke; actor: Lisa Loven Kongsli",
    ),
    (
        "Johannes Bah Kuhnke och Lisa Loven Kongsli som paret Tomas och Ebba är lysande.",
        "Johannes Bah Kuhnke = Tomas; Lisa Loven Kongsli = Ebba",
    ),
    ("Kristofer Hivju skymtar en stund som den skäggige Mats.", "Kristofer Hivju = Mats"),
]
NORWEGIAN = [
    ("Regissør Eskil Vogt leker med blikket vårt fra første bilde.", "director: Eskil Vogt"),
    (
        "Filmen er skrevet og regissert av Eskil Vogt, som debuterer her.",
        "screenwriter: Eskil Vogt; director: Eskil Vogt",
    ),
    ("Eskil Vogts debutfilm handler om en kvinne som har mistet synet.", "director: Eskil Vogt"),
    (
        "Filmen er fotografert av Thimios Bakatakis og klippet av Jens Christian Fodstad.",
        "cinematographer: Thimios Bakatakis; editor: Jens Christian Fodstad",
    ),
    (
        "Thimios Bakatakis' foto er kjølig, og Henk Hofstedes musikk er varm.",
        "cinematographer: Thimios Bakatakis; composer: Henk Hofstede",
    ),
    ("Fotograf Thimios Bakatakis lar lyset gli bort fra ansiktene.", "cinematographer: Thimios Bakatakis"),
    ("Musikken er av Henk Hofstede, og den er brukt med måte.", "composer: Henk Hofstede"),
    (
        "Henk Hofstede har laget musikken, Jens Christian Fodstad har klippet.",
        "composer: Henk Hofstede; editor: Jens Christian Fodstad",
    ),
    ("Henk Hofstede står for musikken, som er brukt med måte.", "composer: Henk Hofstede"),
    (
        "Hans-Jørgen Osnes produserte filmen sammen med Sigve Endresen.",
        "producer: Hans-Jørgen Osnes; producer: Sigve Endresen",
    ),
    (
        "Ingrid spilles av Ellen Dorrit Petersen, som er i nesten hver scene.",
        "Ellen Dorrit Petersen = Ingrid",
    ),
    ("Ellen Dorrit Petersen spiller Ingrid med en sjelden ro.", "Ellen Dorrit Petersen = Ingrid"),
    (
        "Ingrid, spilt av Ellen Dorrit Petersen, sitter i vinduet og skriver.",
        "Ellen Dorrit Petersen = Ingrid",
    ),
    ("Ellen Dorrit Petersen er strålende i rollen som Ingrid.", "Ellen Dorrit Petersen = Ingrid"),
    ("Som Einar er Marius Kolbenstvedt både skremmende og latterlig.", "Marius Kolbenstvedt = Einar"),
    ("Ellen Dorrit Petersen som Ingrid bærer filmen alene.", "Ellen Dorrit Petersen = Ingrid"),
    (
        "Med Ellen Dorrit Petersen og Henrik Rafaelsen i hovedrollene er filmen godt besatt.",
        "actor: Ellen Dorrit Petersen; actor: Henrik Rafaelsen",
    ),
    (
        "Hovedrollene spilles av Ellen Dorrit Petersen og Henrik Rafaelsen.",
        "actor: Ellen Dorrit Petersen; actor: Henrik Rafaelsen",
    ),
]
POLISH = [
    ("Reżyser Paweł Pawlikowski opowiada to bez jednego zbędnego słowa.", "director: Paweł Pawlikowski"),
    (
        "Film w reżyserii Pawła Pawlikowskiego jest cichy. Paweł Pawlikowski mieszkał w Anglii.",
        "director: Paweł Pawlikowski",
    ),
    ("Film wyreżyserował Paweł Pawlikowski, który wrócił do kraju po latach.", "director: Paweł Pawlikowski"),
    (
        "Paweł Pawlikowski wyreżyserował film o milczeniu, które trwa po wojnie.",
        "director: Paweł Pawlikowski",
    ),
    (
        "Scenariusz napisała Rebecca Lenkiewicz, a muzykę skomponował Kristian Eidnes Andersen.",
        "screenwriter: Rebecca Lenkiewicz; composer: Kristian Eidnes Andersen",
    ),
    ("Rebecca Lenkiewicz napisała scenariusz razem z reżyserem.", "screenwriter: Rebecca Lenkiewicz"),
    (
        "Autorem zdjęć jest Łukasz Żal, a scenografię zaprojektował Marcel Sławiński.",
        "cinematographer: Łukasz Żal; production-designer: Marcel Sławiński",
    ),
    (
        "Zdjęcia do tego filmu zrobił Łukasz Żal; montażem zajął się Jarosław Kamiński.",
        "cinematographer: Łukasz Żal; editor: Jarosław Kamiński",
    ),
    (
        "Zdjęcia Jarosława Kamińskiego i montaż Anny Sikorskiej budują nastrój zimy.",
        "cinematographer: Jarosław Kamiński; editor: Anna Sikorska",
    ),
    (
        "Film sfotografował Łukasz Żal, zmontował go Jarosław Kamiński.",
        "cinematographer: Łukasz Żal; editor: Jarosław Kamiński",
    ),
    ("Operator Łukasz Żal zostawia nad głowami bohaterek puste niebo.", "cinematographer: Łukasz Żal"),
    ("Za kamerą stanął Łukasz Żal, który zastąpił chorego kolegę.", "cinematographer: Łukasz Żal"),
    ("Wandę gra Agata Kulesza, i jest to rola na całe życie. Wanda pije.", "Agata Kulesza = Wanda"),
    ("Agata Kulesza gra Wandę, sędzię o czerwonych rękach. Wanda pije.", "Agata Kulesza = Wanda"),
    ("W rolę Wandy wciela się Agata Kulesza, znakomita. Wanda pije.", "Agata Kulesza = Wanda"),
    ("Agata Kulesza wciela się w Wandę bez cienia litości. Wanda pije.", "Agata Kulesza = Wanda"),
    (
        "W roli Wandy oglądamy Agatę Kuleszę. Wanda pije, a Agata Kulesza umie milczeć.",
        "Agata Kulesza = Wanda",
    ),
    ("Agata Kulesza jako Wanda jest po prostu znakomita, jak zawsze.", "Agata Kulesza = Wanda"),
    ("Wanda (Agata Kulesza) pije, pali i prowadzi za szybko.", "Agata Kulesza = Wanda"),
    (
        "Główne role zagrały Agata Trzebuchowska i Agata Kulesza.",
        "actor: Agata Trzebuchowska; actor: Agata Kulesza",
    ),
    (
        "W rolach głównych Agata Trzebuchowska i Agata Kulesza, obie znakomite.",
        "actor: Agata Trzebuchowska; actor: Agata Kulesza",
    ),
]
READ = [
    (language, sentence, set(said.split("; ")))
    for language, table in (
        ("de", GERMAN),
        ("nl", DUTCH),
        ("da", DANISH),
        ("sv", SWEDISH),
        ("no", NORWEGIAN),
        ("pl", POLISH),
    )
    for sentence, said in table
]
SILENT = [
    ("sv", "Anna Berg är syster till en granne, som Karl Lund aldrig har träffat."),
    ("de", "Sonaten werden von Anna Weber gespielt, und draußen regnet es."),
    ("de", "Das Drehbuch sollte ursprünglich Anna Weber schreiben, doch dazu kam es nicht."),
    ("de", "Nicht Anna Weber führte die Kamera, wie man zuerst lesen konnte."),
    ("de", "Man hört die Musik von Johann Sebastian Bach aus dem Fenster gegenüber."),
    ("de", "Anna Weber spielt Klavier, Karl Meier die Geige, und alle hören zu."),
    ("de", "Das erinnert an die Kamera von Michael Ballhaus in jener Zeit."),
    ("de", "Sie wurde von Anna Weber fotografiert, während sie am Fenster stand und rauchte."),
    ("de", "Der Roman von Anna Weber, geschrieben in drei Wochen, erschien im Herbst."),
    ("de", "Statt Anna Weber spielt nun jemand anderes, und man merkt es nicht."),
    ("de", "Anna Weber, die ehemalige Produzentin des Senders, hat den Saal verlassen."),
    ("de", "Im Studio von Anna Weber, der Vater von Karl Meier war dort Gärtner."),
    ("de", "Der Film spielt Anna Weber zufolge in keinem bestimmten Jahr und an keinem Ort."),
    ("nl", "Anna de Boer speelt piano en Karel Smit viool, en niemand luistert echt."),
    ("nl", "Oorspronkelijk zou Anna de Boer de regie doen, maar het liep anders."),
    ("nl", "De film doet denken aan het camerawerk van Robby Müller in zijn beste jaren."),
    ("nl", "Hij werd door Anna de Boer gefilmd terwijl hij over de dijk liep."),
    ("nl", "Niet Anna de Boer maar een ander schreef het scenario, zo blijkt nu."),
    ("nl", "De roman van Anna de Boer, geschreven door een debutant, verkocht goed."),
    ("da", "Anna Holm spiller klaver, og Karl Lund spiller violin, mens de venter."),
    ("da", "Oprindeligt skulle Anna Holm have instrueret filmen, men det blev ikke til noget."),
    ("da", "Det minder om Sven Nykvists kamera i de bedste år."),
    ("da", "Romanen er skrevet af Anna Holm, som bor på landet."),
    ("sv", "Anna Berg spelar piano och Karl Lund fiol medan de väntar på bussen."),
    ("sv", "Från början skulle Anna Berg ha regisserat filmen, men så blev det inte."),
    ("sv", "Det påminner om Sven Nykvists foto under de bästa åren."),
    ("sv", "Boken är skriven av Anna Berg, som bor på landet."),
    ("no", "Anna Berg spiller piano, og Karl Lund spiller fiolin mens de venter."),
    ("no", "Opprinnelig skulle Anna Berg ha regissert filmen, men slik gikk det ikke."),
    ("no", "Boken er skrevet av Anna Berg, som bor på landet."),
    ("pl", "Anna Nowak gra na fortepianie, a Jan Lis na skrzypcach, i nikt nie słucha."),
    ("pl", "Pierwotnie film miał wyreżyserować Jan Nowak, ale do tego nie doszło."),
    ("pl", "Przypomina to zdjęcia Jerzego Wójcika z najlepszych lat."),
    ("pl", "Powieść napisała Anna Nowak, która mieszka na wsi."),
]


def say(language: str, sentence: str) -> set[str]:
    """What a page with this sentence says: "role: agent" of the crew, "player = part" of the cast."""
    text = f"{TITLES[language]}\n\n{LEDES[language]}\n\n{sentence}{FILLS[language]}\n"
    digest = hashlib.sha256(text.encode()).hexdigest()
    found = [c for f in extract_facts(Document(text, digest, "page.txt", "text/plain")) for c in f.credits]
    for credit in found:
        assert credit.evidence.span.of(text) == credit.evidence.quote
    return {f"{c.agent} = {c.character}" if c.character else f"{c.role}: {c.agent}" for c in found}


@pytest.mark.parametrize(("language", "sentence", "expected"), READ)
def test_sentences_are_read(language: str, sentence: str, expected: set[str]) -> None:
    assert say(language, sentence) == expected


@pytest.mark.parametrize(("language", "sentence"), SILENT)
def test_sentences_say_nothing(language: str, sentence: str) -> None:
    assert say(language, sentence) == set()
