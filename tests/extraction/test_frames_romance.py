"""Sentences about crew and players in French, Italian, Spanish and Portuguese, as their critics set them."""

from __future__ import annotations

import hashlib

import pytest

from filmgraph.extraction import extract_facts
from filmgraph.model.document import Document

LEDES = {
    "fr": "Les salles reprennent ce printemps plusieurs des films dont on a beaucoup parlé cette saison.",
    "it": "Le sale riprendono in primavera parecchi dei film di cui si è parlato molto durante la stagione.",
    "es": "Las salas recuperan esta primavera varias de las películas de las que más se ha hablado este año.",
    "pt": "As salas retomam na primavera vários dos filmes de que muito se falou ao longo da temporada.",
}
READ = [
    (
        "fr",
        "Portrait de la jeune fille en feu",
        (
            "Réalisé par Céline Sciamma, photographié par Claire Mathon et monté par Julien Lacheray, "
            "le film avance à pas comptés."
        ),
        {"cinematographer: Claire Mathon", "director: Céline Sciamma", "editor: Julien Lacheray"},
    ),
    (
        "fr",
        "Portrait de la jeune fille en feu",
        ("La photographie de Claire Mathon, somptueuse, et le montage de Julien Lacheray font merveille."),
        {"cinematographer: Claire Mathon", "editor: Julien Lacheray"},
    ),
    (
        "fr",
        "Portrait de la jeune fille en feu",
        "Claire Mathon signe la photographie, Arthur Simonini la musique.",
        {"cinematographer: Claire Mathon", "composer: Arthur Simonini"},
    ),
    (
        "fr",
        "Portrait de la jeune fille en feu",
        "On doit la lumière à Claire Mathon et les costumes à Dorothée Guiraud.",
        {"cinematographer: Claire Mathon", "costume-designer: Dorothée Guiraud"},
    ),
    (
        "fr",
        "Portrait de la jeune fille en feu",
        (
            "Il faut dire un mot du travail de Claire Mathon, la directrice de la photographie, qui "
            "éclaire les visages à la bougie."
        ),
        {"cinematographer: Claire Mathon"},
    ),
    (
        "fr",
        "Portrait de la jeune fille en feu",
        (
            "Avec Claire Mathon à l'image et Julien Lacheray au montage, la cinéaste ne prend aucun "
            "risque, et c'est tant mieux."
        ),
        {"cinematographer: Claire Mathon", "editor: Julien Lacheray"},
    ),
    (
        "fr",
        "Portrait de la jeune fille en feu",
        ("La musique, rare, est signée Arthur Simonini ; les décors sont l'œuvre de Thomas Grézaud."),
        {"composer: Arthur Simonini", "production-designer: Thomas Grézaud"},
    ),
    (
        "fr",
        "Portrait de la jeune fille en feu",
        ("Produit par Bénédicte Couvreur pour Lilies Films, le film a coûté moins de cinq millions d'euros."),
        {"producer: Bénédicte Couvreur", "production-company: Lilies Films"},
    ),
    (
        "fr",
        "Portrait de la jeune fille en feu",
        (
            "Pour son quatrième long métrage, Céline Sciamma quitte la banlieue pour une île battue "
            "par les vents."
        ),
        {"director: Céline Sciamma"},
    ),
    (
        "fr",
        "Portrait de la jeune fille en feu",
        ("Céline Sciamma signe avec ce drame en costumes son film le plus maîtrisé, et le plus libre."),
        {"director: Céline Sciamma"},
    ),
    (
        "fr",
        "Portrait de la jeune fille en feu",
        ("Le quatrième film de Céline Sciamma, éclairé par Claire Mathon, se regarde comme un tableau."),
        {"cinematographer: Claire Mathon", "director: Céline Sciamma"},
    ),
    (
        "fr",
        "Portrait de la jeune fille en feu",
        "Noémie Merlant incarne Marianne, la peintre, et Adèle Haenel prête ses traits à Héloïse.",
        {"Adèle Haenel = Héloïse", "Noémie Merlant = Marianne"},
    ),
    (
        "fr",
        "Portrait de la jeune fille en feu",
        (
            "Héloïse, qu'interprète Adèle Haenel, refuse de poser ; la servante, Sophie (Luàna "
            "Bajrami), se tait."
        ),
        {"Adèle Haenel = Héloïse", "Luàna Bajrami = Sophie"},
    ),
    (
        "fr",
        "Portrait de la jeune fille en feu",
        ("Marianne (Noémie Merlant) débarque sur l'île, où l'attend Sophie, campée par Luàna Bajrami."),
        {"Luàna Bajrami = Sophie", "Noémie Merlant = Marianne"},
    ),
    (
        "fr",
        "Portrait de la jeune fille en feu",
        "Dans le rôle de Marianne, Noémie Merlant impressionne ; Valeria Golino joue sa mère.",
        {"Noémie Merlant = Marianne"},
    ),
    (
        "fr",
        "De rouille et d'os",
        (
            "Jacques Audiard et son coscénariste Thomas Bidegain ont fondu deux nouvelles en une "
            "seule histoire d'amour."
        ),
        {"screenwriter: Thomas Bidegain"},
    ),
    (
        "fr",
        "De rouille et d'os",
        ("Le scénario, coécrit par Jacques Audiard et Thomas Bidegain, ne s'embarrasse pas de psychologie."),
        {"screenwriter: Jacques Audiard", "screenwriter: Thomas Bidegain"},
    ),
    (
        "fr",
        "De rouille et d'os",
        "Écrit à quatre mains avec Thomas Bidegain, le scénario va droit au but.",
        {"screenwriter: Thomas Bidegain"},
    ),
    (
        "fr",
        "De rouille et d'os",
        ("Jacques Audiard, qui cosigne le scénario avec Thomas Bidegain, filme les corps comme personne."),
        {"screenwriter: Jacques Audiard", "screenwriter: Thomas Bidegain"},
    ),
    (
        "fr",
        "De rouille et d'os",
        (
            "Sur une partition d'Alexandre Desplat, montée serré par Juliette Welfling, la dernière "
            "demi-heure emporte tout."
        ),
        {"composer: Alexandre Desplat"},
    ),
    (
        "fr",
        "De rouille et d'os",
        (
            "La bande originale d'Alexandre Desplat se fait discrète, l'image de Stéphane Fontaine, "
            "elle, brûle."
        ),
        {"cinematographer: Stéphane Fontaine", "composer: Alexandre Desplat"},
    ),
    (
        "fr",
        "De rouille et d'os",
        (
            "Matthias Schoenaerts est Ali, bloc de muscles et de silence ; Marion Cotillard est "
            "Stéphanie. Ali cogne, Stéphanie attend."
        ),
        {"Marion Cotillard = Stéphanie", "Matthias Schoenaerts = Ali"},
    ),
    (
        "fr",
        "De rouille et d'os",
        (
            "Ali, interprété par Matthias Schoenaerts, et son fils Sam, auquel Armand Verdure prête "
            "sa bouille blonde, débarquent à Antibes."
        ),
        {"Armand Verdure = Sam", "Matthias Schoenaerts = Ali"},
    ),
    (
        "fr",
        "De rouille et d'os",
        "Marion Cotillard se glisse dans la peau de Stéphanie sans jamais forcer la note.",
        {"Marion Cotillard = Stéphanie"},
    ),
    (
        "fr",
        "De rouille et d'os",
        "Sous les traits de Bouli Lanners, Martial a des airs de bon diable.",
        {"Bouli Lanners = Martial"},
    ),
    (
        "fr",
        "De rouille et d'os",
        "Corinne Masiero, dans le rôle d'Anna, vole chacune de ses scènes.",
        {"Corinne Masiero = Anna"},
    ),
    (
        "fr",
        "De rouille et d'os",
        ("Le rôle de Stéphanie est tenu par Marion Cotillard, celui d'Ali par Matthias Schoenaerts."),
        {"Marion Cotillard = Stéphanie"},
    ),
    (
        "fr",
        "Petit Paysan",
        "C'est le premier long métrage d'Hubert Charuel, qui l'a écrit avec Claude Le Pape.",
        {"director: Hubert Charuel", "screenwriter: Claude Le Pape"},
    ),
    (
        "fr",
        "Petit Paysan",
        "Swann Arlaud campe Pierre, éleveur, et Sara Giraudeau sa sœur Pascale.",
        {"Swann Arlaud = Pierre", "Sara Giraudeau = Pascale"},
    ),
    (
        "fr",
        "Les Cinq Diables",
        (
            "Paul Guilhaume, coscénariste et chef opérateur, tourne en pellicule ; Florencia Di "
            "Concilio a composé la musique."
        ),
        {
            "cinematographer: Paul Guilhaume",
            "composer: Florencia Di Concilio",
            "screenwriter: Paul Guilhaume",
        },
    ),
    (
        "fr",
        "Les Cinq Diables",
        (
            "Le film est réalisé par Léa Mysius et monté par Marie Loustalot, sur un scénario de Paul "
            "Guilhaume."
        ),
        {"director: Léa Mysius", "editor: Marie Loustalot", "screenwriter: Paul Guilhaume"},
    ),
    (
        "fr",
        "Les Cinq Diables",
        "Adèle Exarchopoulos, qui joue Joanne, maîtresse-nageuse, n'a jamais été aussi juste.",
        {"Adèle Exarchopoulos = Joanne"},
    ),
    (
        "it",
        "La grande bellezza",
        (
            "Diretto da Paolo Sorrentino, fotografato da Luca Bigazzi e montato da Cristiano "
            "Travaglioli, il film è un lungo addio."
        ),
        {"cinematographer: Luca Bigazzi", "director: Paolo Sorrentino", "editor: Cristiano Travaglioli"},
    ),
    (
        "it",
        "La grande bellezza",
        ("La fotografia di Luca Bigazzi accarezza Roma, le musiche di Lele Marchitelli fanno il resto."),
        {"cinematographer: Luca Bigazzi", "composer: Lele Marchitelli"},
    ),
    (
        "it",
        "La grande bellezza",
        (
            "Sorrentino ha scritto la sceneggiatura a quattro mani con Umberto Contarello. Paolo "
            "Sorrentino non si risparmia."
        ),
        {"screenwriter: Paolo Sorrentino", "screenwriter: Umberto Contarello"},
    ),
    (
        "it",
        "La grande bellezza",
        (
            "La sceneggiatura è firmata dal regista con Umberto Contarello, il montaggio è di "
            "Cristiano Travaglioli."
        ),
        {"editor: Cristiano Travaglioli"},
    ),
    (
        "it",
        "La grande bellezza",
        ("Luca Bigazzi firma la fotografia, Daniela Ciancio i costumi, Stefania Cella le scenografie."),
        {
            "cinematographer: Luca Bigazzi",
            "costume-designer: Daniela Ciancio",
            "production-designer: Stefania Cella",
        },
    ),
    (
        "it",
        "La grande bellezza",
        (
            "Toni Servillo è Jep Gambardella, re dei mondani; Carlo Verdone interpreta Romano, "
            "l'amico fallito."
        ),
        {"Carlo Verdone = Romano", "Toni Servillo = Jep Gambardella"},
    ),
    (
        "it",
        "La grande bellezza",
        ("Sabrina Ferilli, nei panni di Ramona, è una sorpresa; nel ruolo di Romano c'è Carlo Verdone."),
        {"Carlo Verdone = Romano", "Sabrina Ferilli = Ramona"},
    ),
    (
        "it",
        "La grande bellezza",
        ("Jep, interpretato da Toni Servillo, attraversa le notti; Ramona (Sabrina Ferilli) lo segue."),
        {"Sabrina Ferilli = Ramona", "Toni Servillo = Jep"},
    ),
    (
        "it",
        "La grande bellezza",
        "Toni Servillo veste i panni di Jep Gambardella con la solita maestria.",
        {"Toni Servillo = Jep Gambardella"},
    ),
    (
        "it",
        "La grande bellezza",
        ("A Jep Gambardella presta volto e voce Toni Servillo, mentre Sabrina Ferilli dà vita a Ramona."),
        {"Sabrina Ferilli = Ramona", "Toni Servillo = Jep Gambardella"},
    ),
    (
        "it",
        "La grande bellezza",
        ("Prodotto da Nicola Giuliano e Francesca Cima per Indigo Film, è distribuito da Medusa Film."),
        {
            "distributor: Medusa Film",
            "producer: Francesca Cima",
            "producer: Nicola Giuliano",
            "production-company: Indigo Film",
        },
    ),
    (
        "it",
        "La grande bellezza",
        ("Il sesto lungometraggio di Paolo Sorrentino è il suo più ambizioso, e forse il più riuscito."),
        {"director: Paolo Sorrentino"},
    ),
    (
        "it",
        "La grande bellezza",
        "Paolo Sorrentino firma il suo film più felliniano, e non se ne vergogna affatto.",
        {"director: Paolo Sorrentino"},
    ),
    (
        "it",
        "La grande bellezza",
        "Alla fotografia c'è Luca Bigazzi, al montaggio Cristiano Travaglioli.",
        {"cinematographer: Luca Bigazzi", "editor: Cristiano Travaglioli"},
    ),
    (
        "it",
        "La grande bellezza",
        (
            "Le luci sono del direttore della fotografia Luca Bigazzi, i costumi portano la firma di "
            "Daniela Ciancio."
        ),
        {"cinematographer: Luca Bigazzi", "costume-designer: Daniela Ciancio"},
    ),
    (
        "it",
        "Dogman",
        (
            "Matteo Garrone dirige con mano ferma Marcello Fonte ed Edoardo Pesce, e scrive con Ugo "
            "Chiti e Massimo Gaudioso."
        ),
        {"director: Matteo Garrone", "screenwriter: Massimo Gaudioso", "screenwriter: Ugo Chiti"},
    ),
    (
        "it",
        "Dogman",
        ("Scritto dal regista insieme a Ugo Chiti e Massimo Gaudioso, il film parte da un fatto di cronaca."),
        {"screenwriter: Massimo Gaudioso", "screenwriter: Ugo Chiti"},
    ),
    (
        "it",
        "Dogman",
        "A comporre le musiche è Michele Braga.",
        {"composer: Michele Braga"},
    ),
    (
        "it",
        "Dogman",
        ("L'ottima colonna sonora di Michele Braga e la livida fotografia di Nicolai Brüel sono da premio."),
        {"cinematographer: Nicolai Brüel", "composer: Michele Braga"},
    ),
    (
        "it",
        "Il traditore",
        (
            "Buscetta, che ha il volto di Pierfrancesco Favino, parla. Marco Bellocchio, regista e "
            "sceneggiatore, lo ascolta."
        ),
        {"Pierfrancesco Favino = Buscetta", "director: Marco Bellocchio", "screenwriter: Marco Bellocchio"},
    ),
    (
        "it",
        "Il traditore",
        (
            "Montato da Francesca Calvelli e musicato da Nicola Piovani, il film di Marco Bellocchio "
            "dura due ore e mezza."
        ),
        {"composer: Nicola Piovani", "director: Marco Bellocchio", "editor: Francesca Calvelli"},
    ),
    (
        "it",
        "Io sono Li",
        (
            "Opera prima di finzione di Andrea Segre, fotografata da Luca Bigazzi, è un piccolo "
            "gioiello di laguna."
        ),
        {"cinematographer: Luca Bigazzi", "director: Andrea Segre"},
    ),
    (
        "it",
        "Io sono Li",
        ("Andrea Segre, al suo esordio nella regia di finzione, dirige Zhao Tao nella parte di Shun Li."),
        {"Zhao Tao = Shun Li", "director: Andrea Segre"},
    ),
    (
        "es",
        "La isla mínima",
        (
            "Dirigida por Alberto Rodríguez, escrita por Rafael Cobos y fotografiada por Alex "
            "Catalán, es un prodigio."
        ),
        {"cinematographer: Alex Catalán", "director: Alberto Rodríguez", "screenwriter: Rafael Cobos"},
    ),
    (
        "es",
        "La isla mínima",
        (
            "La fotografía de Alex Catalán, cenital y húmeda, y la música de Julio de la Rosa ponen "
            "los pelos de punta."
        ),
        {"cinematographer: Alex Catalán", "composer: Julio de la Rosa"},
    ),
    (
        "es",
        "La isla mínima",
        "Javier Gutiérrez encarna a Juan y Raúl Arévalo da vida a Pedro, policías de dos Españas.",
        {"Javier Gutiérrez = Juan", "Raúl Arévalo = Pedro"},
    ),
    (
        "es",
        "La isla mínima",
        "Juan, al que interpreta Javier Gutiérrez, bebe; Pedro (Raúl Arévalo) calla.",
        {"Javier Gutiérrez = Juan", "Raúl Arévalo = Pedro"},
    ),
    (
        "es",
        "La isla mínima",
        "Javier Gutiérrez se mete en la piel de Juan y Raúl Arévalo hace de Pedro.",
        {"Javier Gutiérrez = Juan", "Raúl Arévalo = Pedro"},
    ),
    (
        "es",
        "La isla mínima",
        ("Raúl Arévalo, en el papel de Pedro, aguanta el tipo; Javier Gutiérrez es Juan, y Juan bebe."),
        {"Javier Gutiérrez = Juan", "Raúl Arévalo = Pedro"},
    ),
    (
        "es",
        "La isla mínima",
        "El guion, que firman Alberto Rodríguez y Rafael Cobos, no da puntada sin hilo.",
        {"screenwriter: Alberto Rodríguez", "screenwriter: Rafael Cobos"},
    ),
    (
        "es",
        "La isla mínima",
        "Alberto Rodríguez firma su mejor película, con guion coescrito junto a Rafael Cobos.",
        {"director: Alberto Rodríguez", "screenwriter: Rafael Cobos"},
    ),
    (
        "es",
        "La isla mínima",
        (
            "El montaje corre a cargo de José M. G. Moyano, y la banda sonora lleva la firma de Julio "
            "de la Rosa."
        ),
        {"composer: Julio de la Rosa", "editor: José M. G. Moyano"},
    ),
    (
        "es",
        "La isla mínima",
        "El director de fotografía, Alex Catalán, y el compositor Julio de la Rosa se lucen.",
        {"cinematographer: Alex Catalán", "composer: Julio de la Rosa"},
    ),
    (
        "es",
        "El secreto de sus ojos",
        ("Ricardo Darín se pone en la piel de Benjamín Espósito; a Irene la interpreta Soledad Villamil."),
        {"Ricardo Darín = Benjamín Espósito", "Soledad Villamil = Irene"},
    ),
    (
        "es",
        "El secreto de sus ojos",
        (
            "Sandoval, interpretado por Guillermo Francella, es el alma de la película de Juan José "
            "Campanella."
        ),
        {"Guillermo Francella = Sandoval", "director: Juan José Campanella"},
    ),
    (
        "es",
        "El secreto de sus ojos",
        ("El papel de Gómez recae en Javier Godino, mientras que Guillermo Francella borda a Sandoval."),
        {"Guillermo Francella = Sandoval", "Javier Godino = Gómez"},
    ),
    (
        "es",
        "El secreto de sus ojos",
        "Juan José Campanella dirige con pulso un guion que escribió junto a Eduardo Sacheri.",
        {"director: Juan José Campanella", "screenwriter: Eduardo Sacheri"},
    ),
    (
        "es",
        "El secreto de sus ojos",
        "Félix Monti se ocupa de la fotografía y Federico Jusid compone la música.",
        {"cinematographer: Félix Monti", "composer: Federico Jusid"},
    ),
    (
        "es",
        "El secreto de sus ojos",
        (
            "Con música de Federico Jusid, fotografía de Félix Monti y montaje del propio Juan José "
            "Campanella."
        ),
        {"cinematographer: Félix Monti", "composer: Federico Jusid", "editor: Juan José Campanella"},
    ),
    (
        "es",
        "El reino",
        (
            "El nuevo largometraje de Rodrigo Sorogoyen, coescrito con Isabel Peña y producido por "
            "Gerardo Herrero, no da tregua."
        ),
        {"director: Rodrigo Sorogoyen", "producer: Gerardo Herrero", "screenwriter: Isabel Peña"},
    ),
    (
        "es",
        "El reino",
        ("Manuel (Antonio de la Torre) cae; su mujer, Inés, a la que da vida Mónica López, cae con él."),
        {"Antonio de la Torre = Manuel", "Mónica López = Inés"},
    ),
    (
        "es",
        "El reino",
        "La cámara de Alex de Pablo no para, y la música electrónica de Olivier Arson, menos.",
        {"cinematographer: Alex de Pablo", "composer: Olivier Arson"},
    ),
    (
        "es",
        "Carmín tropical",
        (
            "Ópera prima de la cineasta Carla Simón, que debuta en la dirección tras varios cortos, "
            "es una joya."
        ),
        {"director: Carla Simón"},
    ),
    (
        "es",
        "Verano 1993",
        ("Santiago Racaj firma la fotografía; Dídac Palao y Ana Pfaff, el montaje; Ernest Pipó, la música."),
        {
            "cinematographer: Santiago Racaj",
            "composer: Ernest Pipó",
            "editor: Ana Pfaff",
            "editor: Dídac Palao",
        },
    ),
    (
        "es",
        "Verano 1993",
        "La producción es de Valérie Delpierre para Inicia Films, con Avalon como distribuidora.",
        {"producer: Valérie Delpierre"},
    ),
    (
        "es",
        "Verano 1993",
        "Producida por Inicia Films y distribuida por Avalon, la película se estrenó en Berlín.",
        {"distributor: Avalon", "production-company: Inicia Films"},
    ),
    (
        "es",
        "Verano 1993",
        "Laia Artigas, que interpreta a Frida, y Paula Robles, como Anna, son un milagro.",
        {"Laia Artigas = Frida", "Paula Robles = Anna"},
    ),
    (
        "pt",
        "Aquarius",
        (
            "Dirigido por Kleber Mendonça Filho, fotografado por Pedro Sotero e montado por Eduardo "
            "Serrano, o filme é um manifesto."
        ),
        {"cinematographer: Pedro Sotero", "director: Kleber Mendonça Filho", "editor: Eduardo Serrano"},
    ),
    (
        "pt",
        "Aquarius",
        ("A fotografia de Pedro Sotero e Fabricio Tadeu e a montagem de Eduardo Serrano são precisas."),
        {"cinematographer: Fabricio Tadeu", "cinematographer: Pedro Sotero", "editor: Eduardo Serrano"},
    ),
    (
        "pt",
        "Aquarius",
        "Sônia Braga interpreta Clara, e Humberto Carrão dá vida a Diego, o engenheiro.",
        {"Humberto Carrão = Diego", "Sônia Braga = Clara"},
    ),
    (
        "pt",
        "Aquarius",
        "Clara, vivida por Sônia Braga, não se muda; Roberval (Irandhir Santos) vigia a praia.",
        {"Irandhir Santos = Roberval", "Sônia Braga = Clara"},
    ),
    (
        "pt",
        "Aquarius",
        "Sônia Braga vive Clara, crítica de música, e Maeve Jinkings faz a filha, Ana Paula.",
        {"Sônia Braga = Clara"},
    ),
    (
        "pt",
        "Aquarius",
        ("Na pele de Clara, Sônia Braga está soberba; Humberto Carrão, no papel de Diego, sorri demais."),
        {"Humberto Carrão = Diego", "Sônia Braga = Clara"},
    ),
    (
        "pt",
        "Aquarius",
        "Kleber Mendonça Filho assina o roteiro e a direção; Emilie Lesclaux produz.",
        {
            "director: Kleber Mendonça Filho",
            "producer: Emilie Lesclaux",
            "screenwriter: Kleber Mendonça Filho",
        },
    ),
    (
        "pt",
        "Aquarius",
        (
            "O segundo longa de Kleber Mendonça Filho tem direção de arte de Juliano Dornelles e "
            "Thales Junqueira."
        ),
        {
            "art-director: Juliano Dornelles",
            "art-director: Thales Junqueira",
            "director: Kleber Mendonça Filho",
        },
    ),
    (
        "pt",
        "Aquarius",
        "Produzido por Emilie Lesclaux e pela CinemaScópio, chega às salas pela Vitrine Filmes.",
        {"producer: Emilie Lesclaux"},
    ),
    (
        "pt",
        "Cidade de Deus",
        (
            "O roteiro de Bráulio Mantovani e a câmera de César Charlone fazem a festa; a trilha é de "
            "Antonio Pinto e Ed Córtes."
        ),
        {
            "cinematographer: César Charlone",
            "composer: Antonio Pinto",
            "composer: Ed Córtes",
            "screenwriter: Bráulio Mantovani",
        },
    ),
    (
        "pt",
        "Cidade de Deus",
        (
            "Com roteiro assinado por Bráulio Mantovani e montagem de Daniel Rezende, o longa de "
            "Fernando Meirelles não respira."
        ),
        {"director: Fernando Meirelles", "editor: Daniel Rezende", "screenwriter: Bráulio Mantovani"},
    ),
    (
        "pt",
        "Cidade de Deus",
        (
            "Buscapé, interpretado por Alexandre Rodrigues, fotografa; Zé Pequeno é encarnado por "
            "Leandro Firmino."
        ),
        {"Alexandre Rodrigues = Buscapé", "Leandro Firmino = Zé Pequeno"},
    ),
    (
        "pt",
        "Cidade de Deus",
        "César Charlone cuida da fotografia, Daniel Rezende da montagem.",
        {"cinematographer: César Charlone"},
    ),
    (
        "pt",
        "Sangue do Meu Sangue",
        "João Canijo realiza, Mário Castanheira assina a fotografia e João Braz a montagem.",
        {"cinematographer: Mário Castanheira", "director: João Canijo", "editor: João Braz"},
    ),
    (
        "pt",
        "Sangue do Meu Sangue",
        (
            "Márcia (Rita Blanco) trabalha de sol a sol; a irmã, Ivete, a que Anabela Moreira dá "
            "corpo, também."
        ),
        {"Anabela Moreira = Ivete", "Rita Blanco = Márcia"},
    ),
    (
        "pt",
        "Sangue do Meu Sangue",
        ("O filme de João Canijo, com fotografia do Mário Castanheira, foi produzido por Pedro Borges."),
        {"cinematographer: Mário Castanheira", "director: João Canijo", "producer: Pedro Borges"},
    ),
    (
        "pt",
        "São Jorge",
        (
            "Nuno Lopes encarna Jorge, pugilista e cobrador, com argumento de Ricardo Adolfo e do "
            "realizador Marco Martins."
        ),
        {"Nuno Lopes = Jorge", "director: Marco Martins", "screenwriter: Ricardo Adolfo"},
    ),
    (
        "pt",
        "Vitalina Varela",
        (
            "O realizador Pedro Costa volta a filmar com Leonardo Simões, o seu director de "
            "fotografia de sempre."
        ),
        {"cinematographer: Leonardo Simões", "director: Pedro Costa"},
    ),
    (
        "pt",
        "Vitalina Varela",
        "Realizado e escrito por Pedro Costa, com imagem de Leonardo Simões, é um filme nocturno.",
        {"cinematographer: Leonardo Simões", "director: Pedro Costa", "screenwriter: Pedro Costa"},
    ),
    (
        "fr",
        "Petit Paysan",
        "Film français d'Hubert Charuel (1 h 30). Pascale, que Sara Giraudeau joue avec autorité, devine"
        " tout. La musique, signée Myd, pulse comme une migraine.",
        {"Sara Giraudeau = Pascale", "composer: Myd", "director: Hubert Charuel"},
    ),
    (
        "it",
        "Dogman",
        "Il quartiere è in scacco per colpa di Simoncino, ex pugile cui Edoardo Pesce presta una mole"
        " impressionante. La fotografia plumbea è del danese Nicolai Brüel, il montaggio di Marco Spoletini.",
        {"Edoardo Pesce = Simoncino", "cinematographer: Nicolai Brüel", "editor: Marco Spoletini"},
    ),
    (
        "es",
        "Alcarràs",
        "El guion, escrito a cuatro manos por Carla Simón y Arnau Vilaró, huye del subrayado. Produce María"
        " Zamora, con Avalon.",
        {"producer: María Zamora", "screenwriter: Arnau Vilaró", "screenwriter: Carla Simón"},
    ),
    (
        "pt",
        "Bacurau",
        "A avó, Carmelita, papel da cantora Lia de Itamaracá, está morta. Pedro Sotero responde pela"
        " fotografia; Eduardo Serrano monta.",
        {
            "Lia de Itamaracá = Carmelita",
            "cinematographer: Pedro Sotero",
            "editor: Eduardo Serrano",
        },
    ),
    (
        "pt",
        "Bacurau",
        "O filme tem produção dos irmãos Caio e Fabiano Gullane, em coprodução com a Globo Filmes, e chega"
        " pela Vitrine Filmes.",
        {
            "distributor: Vitrine Filmes",
            "producer: Caio Gullane",
            "producer: Fabiano Gullane",
            "production-company: Globo Filmes",
        },
    ),
    (
        "it",
        "Burning",
        "Ben ha la casa giusta e uno sbadiglio da gatto. Lo interpreta Steven Yeun, che il pubblico"
        " ricorda in tv, e Lee Chang-dong lo guarda senza fretta.",
        {"Steven Yeun = Ben"},
    ),
]
SILENT = [
    (
        "fr",
        "Petit Paysan",
        "On songe parfois à « Bullhead », de Michaël R. Roskam, où Matthias Schoenaerts incarnait Jacky, ou"
        " au cinéma de Robert Guédiguian.",
    ),
    (
        "it",
        "Dogman",
        "Vengono in mente certi film di Sergio Citti e le luci di Vittorio Storaro, che però mancano.",
    ),
    (
        "pt",
        "Bacurau",
        "O quadro de Tarsila do Amaral e a imagem de Nossa Senhora ficam na parede, ao lado da fotografia"
        " antiga de Lampião.",
    ),
    (
        "fr",
        "De rouille et d'os",
        (
            "On pense au cinéma de Maurice Pialat, à la lumière de Bruno Nuytten, au montage de "
            "Sergueï Eisenstein."
        ),
    ),
    (
        "fr",
        "De rouille et d'os",
        "Le cheval monté par Paul Durand est tombé au troisième obstacle, et le jockey avec lui.",
    ),
    (
        "fr",
        "De rouille et d'os",
        ("La musique de Ludwig van Beethoven accompagne la scène du bain, sans l'écraser toutefois."),
    ),
    (
        "fr",
        "De rouille et d'os",
        (
            "Stéphanie garde sur elle une photo de Vincent Lindon et l'image de Marie Trintignant "
            "dans la tête."
        ),
    ),
    (
        "fr",
        "De rouille et d'os",
        (
            "L'ancien monteur d'André Téchiné, Hubert Martin, était dans la salle, ainsi que le "
            "producteur Alain Sarde."
        ),
    ),
    (
        "fr",
        "De rouille et d'os",
        (
            "La chanson écrite par Serge Gainsbourg et interprétée par Jane Birkin revient deux fois "
            "dans le film."
        ),
    ),
    (
        "fr",
        "De rouille et d'os",
        "Une photographie d'Anna Karina est accrochée au mur, à côté d'une affiche de cirque.",
    ),
    (
        "fr",
        "De rouille et d'os",
        ("Ce n'est pas un film de Robert Bresson, ni même un film de Bruno Dumont, on l'aura compris."),
    ),
    (
        "fr",
        "De rouille et d'os",
        (
            "Le livre de Craig Davidson, traduit par Anne Wicke, avait paru chez Albin Michel sans "
            "faire de bruit."
        ),
    ),
    (
        "it",
        "Dogman",
        (
            "Marcello, cui dà corpo un memorabile Marcello Fonte, lava cani; Simoncino ha il fisico "
            "di Edoardo Pesce."
        ),
    ),
    (
        "it",
        "La grande bellezza",
        ("La parte di Jep era stata pensata per Carlo Verdone, la musica affidata a Nicola Piovani."),
    ),
    (
        "it",
        "La grande bellezza",
        ("Una fotografia di Anita Ekberg pende dal muro; la musica di Giuseppe Verdi esce da una finestra."),
    ),
    (
        "it",
        "La grande bellezza",
        ("Non è un film di Federico Fellini, e non vuole nemmeno esserlo, dice la critica Natalia Aspesi."),
    ),
    (
        "it",
        "La grande bellezza",
        ("Il romanzo scritto da Jep Gambardella, lo scrittore, non ha avuto seguito in quarant'anni."),
    ),
    (
        "it",
        "La grande bellezza",
        "L'ex produttore Aurelio De Laurentiis, seduto in prima fila, ha applaudito a lungo.",
    ),
    (
        "it",
        "La grande bellezza",
        (
            "La canzone interpretata da Raffaella Carrà in una versione da discoteca apre la festa "
            "sulla terrazza."
        ),
    ),
    (
        "it",
        "La grande bellezza",
        "Il monumento firmato da Gian Lorenzo Bernini fa da sfondo al dialogo con la suora.",
    ),
    (
        "es",
        "La isla mínima",
        (
            "El cuadro pintado por Diego Velázquez preside el salón, junto a una fotografía de "
            "Federico García Lorca."
        ),
    ),
    (
        "es",
        "La isla mínima",
        ("La música de Manuel de Falla suena en la radio, y la canción escrita por Rafael de León también."),
    ),
    (
        "es",
        "La isla mínima",
        "No es una película de Carlos Saura, aunque lo parezca, ni un guion de Rafael Azcona.",
    ),
    (
        "es",
        "La isla mínima",
        "El papel iba a ser para Luis Tosar, y la dirección para Enrique Urbizu, según se dijo.",
    ),
    (
        "es",
        "La isla mínima",
        ("El exdirector Pedro Ruiz, antiguo montador de televisión, vive ahora en la isla con su perro."),
    ),
    (
        "es",
        "La isla mínima",
        (
            "Recuerda a Javier Bardem como villano, al cine de David Fincher y a la fotografía de "
            "Roger Deakins."
        ),
    ),
    (
        "pt",
        "Aquarius",
        ("Uma fotografia de Elis Regina na parede, a música de Heitor Villa-Lobos no rádio, e nada mais."),
    ),
    (
        "pt",
        "Aquarius",
        ("Não é um filme de Glauber Rocha, nem pretende ser; o ex-produtor Luiz Carlos Barreto gostou."),
    ),
    (
        "pt",
        "Aquarius",
        ("O prédio projetado por Oscar Niemeyer e a canção composta por Chico Buarque entram na conversa."),
    ),
    (
        "pt",
        "Aquarius",
        (
            "Lembra o cinema de John Cassavetes e a fotografia de Vilmos Zsigmond, diz o crítico "
            "Inácio Araujo."
        ),
    ),
]


def say(language: str, title: str, sentence: str) -> set[str]:
    """What a page of this film with this sentence says: "role: agent" of the crew, "player = part"."""
    text = f"{title}\n\n{LEDES[language]}\n\n{sentence}\n"
    digest = hashlib.sha256(text.encode()).hexdigest()
    found = [c for f in extract_facts(Document(text, digest, "page.txt", "text/plain")) for c in f.credits]
    for credit in found:
        assert credit.evidence.span.of(text) == credit.evidence.quote
    return {f"{c.agent} = {c.character}" if c.role == "actor" else f"{c.role}: {c.agent}" for c in found}


@pytest.mark.parametrize(("language", "title", "sentence", "expected"), READ)
def test_sentences_are_read(language: str, title: str, sentence: str, expected: set[str]) -> None:
    assert say(language, title, sentence) == expected


@pytest.mark.parametrize(("language", "title", "sentence"), SILENT)
def test_sentences_say_nothing(language: str, title: str, sentence: str) -> None:
    assert say(language, title, sentence) == set()
