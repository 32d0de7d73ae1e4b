"""Credits from pages in the many markups in which editors and site builders set them."""

from __future__ import annotations

from pathlib import Path

import pytest

from filmgraph.extraction import extract_facts
from filmgraph.model.facts import FilmFacts
from filmgraph.reading import read_document

# For each page what it holds, the credits that it gives ("role: agent (character)"), and other facts.
PAGES: dict[str, tuple[str, str, dict[str, str]]] = {
    "infobox-colspan": (
        '<table class="infobox vevent"><tbody><tr><th colspan="2" class="infobox-above summary">'
        'The Son</th></tr> <tr><td colspan="2" class="infobox-image">'
        '<img src="a.jpg" alt="poster"><div class="infobox-caption">Theatrical release poster'
        '</div></td></tr> <tr><th scope="row">Directed by</th><td><div class="plainlist"><ul><li>'
        '<a href="/a">Jean-Pierre Dardenne</a></li><li><a href="/b">Luc Dardenne</a></li></ul>'
        '</div></td></tr> <tr><th scope="row">Starring</th><td><div class="plainlist"><ul><li>'
        'Olivier Gourmet</li><li>Morgan Marinne</li></ul></div></td></tr> <tr><th scope="row">'
        'Cinematography</th><td>Alain Marcoen</td></tr> <tr><th scope="row">'
        '<div style="display:inline-block">Production<br>companies</div></th><td>'
        'Les Films du Fleuve<br>Archipel 35</td></tr> <tr><th scope="row"><div>Release date</div>'
        '</th><td>23 May 2002<span style="display:none">&nbsp;(<span class="bday">2002-05-23'
        '</span>)</span></td></tr> <tr><th scope="row"><div>Running time</div></th><td>'
        "103 minutes</td></tr></tbody></table>",
        "director: Jean-Pierre Dardenne; director: Luc Dardenne; actor: Olivier Gourmet; "
        "actor: Morgan Marinne; cinematographer: Alain Marcoen; "
        "production-company: Les Films du Fleuve; production-company: Archipel 35",
        {"title": "The Son", "runtime_min": "103"},
    ),
    "dl-many-dd": (
        "<h1>L&#8217;Enfant</h1><dl><dt>R&eacute;alisation</dt><dd>Jean-Pierre Dardenne</dd><dd>"
        "Luc Dardenne</dd><dt>Image</dt><dd>Alain Marcoen</dd><dt>Montage</dt><dd>"
        "Marie-H&eacute;l&egrave;ne Dozo</dd><dt>Dur&eacute;e</dt><dd>95 min</dd></dl>",
        "director: Jean-Pierre Dardenne; director: Luc Dardenne; cinematographer: Alain Marcoen; "
        "editor: Marie-Hélène Dozo",
        {"title": "L’Enfant", "runtime_min": "95"},
    ),
    "dl-many-dt": (
        "<h1>Amour</h1><dl><dt>Written by</dt><dt>Directed by</dt><dd>Michael Haneke</dd><dt>"
        "Edited by</dt><dd>Monika Willi</dd></dl>",
        "screenwriter: Michael Haneke; director: Michael Haneke; editor: Monika Willi",
        {"title": "Amour"},
    ),
    "dl-divs": (
        "<h1>Amour</h1><dl><div><dt>Director</dt><dd>Michael Haneke</dd></div><div><dt>Editor"
        "</dt><dd>Monika Willi</dd></div><div><dt>Cast</dt><dd>Jean-Louis Trintignant</dd><dd>"
        "Emmanuelle Riva</dd></div></dl>",
        "director: Michael Haneke; editor: Monika Willi; actor: Jean-Louis Trintignant; "
        "actor: Emmanuelle Riva",
        {"title": "Amour"},
    ),
    "br-soup": (
        "<html><body><h2>ROSETTA</h2><b>Director:</b> Luc Dardenne<br><b>Photography:</b>"
        "&nbsp;Alain Marcoen<br> <b>Editor</b>: Marie-H&#233;l&#232;ne Dozo<br><br><b>With</b>"
        " Emilie Dequenne, Fabrizio Rongione<br>95&nbsp;mins</body></html>",
        "director: Luc Dardenne; cinematographer: Alain Marcoen; editor: Marie-Hélène Dozo; "
        "actor: Emilie Dequenne; actor: Fabrizio Rongione",
        {"runtime_min": "95"},
    ),
    "bold-no-colon": (
        "<h1>Rosetta</h1><p><strong>Director</strong> Luc Dardenne<br/><strong>Editor</strong>"
        " Marie-Hélène Dozo<br/><strong>Producers</strong> Luc Dardenne, Michèle Pétin</p>",
        "director: Luc Dardenne; editor: Marie-Hélène Dozo; producer: Luc Dardenne; producer: Michèle Pétin",
        {"title": "Rosetta"},
    ),
    "spans-glued": (
        '<h1>Dheepan</h1><div class="meta"><div><span class="label">Director</span><span>'
        'Jacques Audiard</span></div><div><span class="label">Editor</span><span>'
        'Juliette Welfling</span></div><div><span class="label">Cinematography</span><span>'
        "Eponine Momenceau</span></div></div>",
        "director: Jacques Audiard; editor: Juliette Welfling; cinematographer: Eponine Momenceau",
        {"title": "Dheepan"},
    ),
    "spans-plain-glued": (
        "<h1>Dheepan</h1><ul><li><span>Director</span><span>Jacques Audiard</span></li><li><span>"
        "Editor</span><span>Juliette Welfling</span></li></ul>",
        "director: Jacques Audiard; editor: Juliette Welfling",
        {"title": "Dheepan"},
    ),
    "divs-classes": (
        '<h1 class="t">Dheepan</h1><div class="credits"><div class="credit"><div class="role">'
        'Director</div><div class="name"><a href="#">Jacques Audiard</a></div></div>'
        '<div class="credit"><div class="role">Editor</div><div class="name"><a href="#">'
        'Juliette Welfling</a></div></div><div class="credit"><div class="role">Composer</div>'
        '<div class="name">Nicolas Jaar</div></div></div>',
        "director: Jacques Audiard; editor: Juliette Welfling; composer: Nicolas Jaar",
        {"title": "Dheepan"},
    ),
    "link-lists": (
        '<h1>Kings &amp; Queen</h1><h3>Director</h3><ul><li><a href="/1">Arnaud Desplechin</a>'
        '</li></ul><h3>Cast</h3><ul><li><a href="/2">Emmanuelle Devos</a></li><li><a href="/3">'
        'Mathieu Amalric</a></li><li><a href="/4">Catherine Deneuve</a></li></ul>',
        "director: Arnaud Desplechin; actor: Emmanuelle Devos; actor: Mathieu Amalric; "
        "actor: Catherine Deneuve",
        {"title": "Kings & Queen"},
    ),
    "header-row": (
        "<h1>The Child</h1><table><tr><th>Director</th><th>Screenplay</th><th>Editor</th></tr>"
        "<tr><td>Luc Dardenne</td><td>Jean-Pierre Dardenne</td><td>Marie-Hélène Dozo</td></tr>"
        "</table>",
        "director: Luc Dardenne; screenwriter: Jean-Pierre Dardenne; editor: Marie-Hélène Dozo",
        {"title": "The Child"},
    ),
    "four-columns": (
        "<h1>The Child</h1><table><tr><td><b>Director</b></td><td>Luc Dardenne</td><td><b>Editor"
        "</b></td><td>Marie-Hélène Dozo</td></tr><tr><td><b>Producer</b></td><td>Denis Freyd</td>"
        "<td><b>Sound</b></td><td>Jean-Pierre Duret</td></tr></table>",
        "director: Luc Dardenne; editor: Marie-Hélène Dozo; producer: Denis Freyd; sound: Jean-Pierre Duret",
        {"title": "The Child"},
    ),
    "actor-character-table": (
        '<h1>Rust and Bone</h1><h2>Cast</h2><table class="cast_list"><tr><th>Actor</th><th>'
        "Character</th></tr><tr><td>Marion Cotillard</td><td>Stéphanie</td></tr><tr><td>"
        "Matthias Schoenaerts</td><td>Ali</td></tr></table>",
        "actor: Marion Cotillard (Stéphanie); actor: Matthias Schoenaerts (Ali)",
        {"title": "Rust and Bone"},
    ),
    "cast-as-list": (
        "<h1>Rust and Bone</h1><p>Directed by <a href=x>Jacques Audiard</a></p><h3>Cast</h3><ul>"
        "<li><a href=a>Marion Cotillard</a> as Stéphanie</li><li><a href=b>Matthias Schoenaerts"
        "</a> as Ali</li></ul>",
        "director: Jacques Audiard; actor: Marion Cotillard (Stéphanie); actor: Matthias Schoenaerts (Ali)",
        {"title": "Rust and Bone"},
    ),
    "cast-spans": (
        '<h1>Rust and Bone</h1><div class="crew"><p><span class="k">Director:</span> '
        '<span class="v">Jacques Audiard</span></p></div><div class="cast"><h4>Cast</h4>'
        '<div class="person"><span class="actor">Marion Cotillard</span><span class="character">'
        'Stéphanie</span></div><div class="person"><span class="actor">Matthias Schoenaerts'
        '</span><span class="character">Ali</span></div></div>',
        "director: Jacques Audiard; actor: Marion Cotillard (Stéphanie); actor: Matthias Schoenaerts (Ali)",
        {"title": "Rust and Bone"},
    ),
    "soft-hyphens": (
        "<h1>Das wei&szlig;e Band</h1><p>Regie: Michael&nbsp;Ha&shy;neke<br>"
        "Kamera: Chris&shy;tian&#160;Berger<br>Schnitt: Monika&#x20;Willi</p>",
        "director: Michael Haneke; cinematographer: Christian Berger; editor: Monika Willi",
        {"title": "Das weiße Band"},
    ),
    "hidden-and-comments": (
        '<h1>Amour</h1><!-- Director: Nobody Atall --><p style="display: none">'
        "Director: Wrong Person</p><p hidden>Editor: Wrong Person</p>"
        '<p aria-hidden="true" class="sr-only">Producer: Wrong Person</p><script>'
        'var s="Director: Wrong Person";</script><p>Director: Michael Haneke</p><p>'
        "Editor: Monika Willi</p>",
        "director: Michael Haneke; editor: Monika Willi",
        {"title": "Amour"},
    ),
    "furniture": (
        "<nav><ul><li><a href=/>Home</a></li><li><a href=/d>Directors</a></li></ul></nav><main>"
        "<h1>Amour</h1><p>Director: Michael Haneke</p><p>Editor: Monika Willi</p></main>"
        '<aside class="related"><h3>Related</h3><ul><li><a href=x>'
        "Rosetta, directed by Luc Dardenne, comes back to cinemas</a></li><li><a href=y>"
        "Director: Jacques Audiard talks about his film</a></li></ul></aside><footer><p>"
        "Editor: Jane Smith</p><p>© The Reel Post</p></footer>",
        "director: Michael Haneke; editor: Monika Willi",
        {"title": "Amour"},
    ),
    "caption": (
        "<h1>Amour</h1><figure><img src=a><figcaption>"
        "Emmanuelle Riva in Michael Haneke’s “Amour.” Photo: Denis Manin</figcaption></figure><p>"
        "Director: Michael Haneke. Cinematographer: Darius Khondji.</p>",
        "director: Michael Haneke; cinematographer: Darius Khondji",
        {"title": "Amour"},
    ),
    "definition-in-paragraphs": (
        "<h1>Graduation</h1><p><em>Director</em></p><p>Cristian Mungiu</p><p><em>Editor</em></p>"
        "<p>Mircea Olteanu</p>",
        "director: Cristian Mungiu; editor: Mircea Olteanu",
        {"title": "Graduation"},
    ),
    "old-font-table": (
        "<HTML><BODY BGCOLOR=#ffffff><TABLE BORDER=0><TR><TD VALIGN=top><FONT SIZE=2><B>Regie</B>"
        "</FONT><TD><FONT SIZE=2>Michael Haneke</FONT><TR><TD><FONT SIZE=2><B>Buch</B></FONT><TD>"
        "<FONT SIZE=2>Michael Haneke</FONT><TR><TD><FONT SIZE=2><B>Kamera</B></FONT><TD>"
        "<FONT SIZE=2>Christian Berger</FONT></TABLE></BODY></HTML>",
        "director: Michael Haneke; screenwriter: Michael Haneke; cinematographer: Christian Berger",
        {},
    ),
    "multi-value-br": (
        "<h1>Code Unknown</h1><table><tr><td>Cast</td><td>Juliette Binoche<br>Thierry Neuvic<br/>"
        "Luminiţa Gheorghiu</td></tr><tr><td>Producers</td><td><a href=1>Marin Karmitz</a>, "
        "<a href=2>Alain Sarde</a></td></tr><tr><td>Music</td><td></td></tr><tr><td>Editor</td>"
        "<td>Nadine Muse</td></tr></table>",
        "actor: Juliette Binoche; actor: Thierry Neuvic; actor: Luminiţa Gheorghiu; "
        "producer: Marin Karmitz; producer: Alain Sarde; editor: Nadine Muse",
        {"title": "Code Unknown"},
    ),
    "empty-cells": (
        "<h1>Code Unknown</h1><table><tr><th>Director</th><td></td></tr><tr><th>Editor</th><td>"
        "Nadine Muse</td></tr><tr><th>Music</th><td>-</td></tr><tr><th>Camera</th><td>"
        "Jürgen Jürges</td></tr></table>",
        "editor: Nadine Muse; cinematographer: Jürgen Jürges",
        {"title": "Code Unknown"},
    ),
    "links-touching": (
        "<h1>The Child</h1><p><b>Directors</b><a href=1>Jean-Pierre Dardenne</a><a href=2>"
        "Luc Dardenne</a></p><p><b>Stars</b><a href=3>Jérémie Renier</a><a href=4>"
        "Déborah François</a></p>",
        "director: Jean-Pierre Dardenne; director: Luc Dardenne; actor: Jérémie Renier; "
        "actor: Déborah François",
        {"title": "The Child"},
    ),
    "bullets-between": (
        "<h1>The Child</h1><ul><li><span>Director</span><div><ul><li><a>Luc Dardenne</a></li>"
        "</ul></div></li><li><span>Writers</span><div><ul><li><a>Jean-Pierre Dardenne</a><span>"
        "(screenplay)</span></li><li><a>Luc Dardenne</a><span>(screenplay)</span></li></ul></div>"
        "</li><li><span>Stars</span><div><ul><li><a>Jérémie Renier</a></li><li><a>"
        "Déborah François</a></li></ul></div></li></ul>",
        "director: Luc Dardenne; screenwriter: Jean-Pierre Dardenne; screenwriter: Luc Dardenne; "
        "actor: Jérémie Renier; actor: Déborah François",
        {"title": "The Child"},
    ),
    "review-with-box": (
        '<article><h1>Film review: ‘Amour’</h1><p class="byline">By <a rel="author" href=x>'
        'Anna Kowal</a></p><time datetime="2012-05-20">May 20, 2012</time><p>'
        "An old couple in a Paris apartment wait for the end, and the film waits with them, "
        "patiently and without a single tear too many."
        '</p><div class="credit-box"><p><strong>Director-screenwriter</strong>: Michael Haneke'
        "</p><p><strong>Cast</strong>: Jean-Louis Trintignant, Emmanuelle Riva, Isabelle Huppert"
        "</p><p><strong>Producers</strong>: Margaret Menegoz, Stefan Arndt</p></div></article>",
        "director: Michael Haneke; screenwriter: Michael Haneke; actor: Jean-Louis Trintignant; "
        "actor: Emmanuelle Riva; actor: Isabelle Huppert; producer: Margaret Menegoz; "
        "producer: Stefan Arndt",
        {"title": "Amour", "critic": "Anna Kowal"},
    ),
    "og-title-only": (
        '<html><head><meta property="og:title" content="Amour">'
        '<meta property="og:site_name" content="Reel Post"><title>Amour | Reel Post</title>'
        "</head><body><table><tr><th>Director</th><td>Michael Haneke</td></tr><tr><th>Editor</th>"
        "<td>Monika Willi</td></tr></table></body></html>",
        "director: Michael Haneke; editor: Monika Willi",
        {"title": "Amour", "outlet": "Reel Post"},
    ),
    "title-element-only": (
        "<html><head><title>Amour (2012) - Reel Post</title></head><body><table><tr><th>Director"
        "</th><td>Michael Haneke</td></tr><tr><th>Editor</th><td>Monika Willi</td></tr></table>"
        "</body></html>",
        "director: Michael Haneke; editor: Monika Willi",
        {},
    ),
    "rowspan": (
        '<h1>The Child</h1><table><tr><th rowspan="2">Producers</th><td>Denis Freyd</td></tr><tr>'
        "<td>Luc Dardenne</td></tr><tr><th>Editor</th><td>Marie-Hélène Dozo</td></tr></table>",
        "producer: Denis Freyd; producer: Luc Dardenne; editor: Marie-Hélène Dozo",
        {"title": "The Child"},
    ),
    "th-only-rows": (
        "<h1>The Child</h1><table><tr><th colspan=2>Cast</th></tr><tr><td>Jérémie Renier</td><td>"
        "Bruno</td></tr><tr><td>Déborah François</td><td>Sonia</td></tr><tr><th colspan=2>Crew"
        "</th></tr><tr><td>Director</td><td>Luc Dardenne</td></tr><tr><td>Editor</td><td>"
        "Marie-Hélène Dozo</td></tr></table>",
        "actor: Jérémie Renier (Bruno); actor: Déborah François (Sonia); director: Luc Dardenne; "
        "editor: Marie-Hélène Dozo",
        {"title": "The Child"},
    ),
    "names-before-roles": (
        '<h1>The Child</h1><ul class="crew"><li><h4>Luc Dardenne</h4><p>Director</p></li><li><h4>'
        "Marie-Hélène Dozo</h4><p>Editor</p></li><li><h4>Denis Freyd</h4><p>Producer</p></li>"
        "</ul>",
        "director: Luc Dardenne; editor: Marie-Hélène Dozo; producer: Denis Freyd",
        {"title": "The Child"},
    ),
    "abbr-mdash": (
        "<h1>The Child</h1><p><i>Director</i>&mdash;Luc Dardenne. <i>Editor</i>"
        "&mdash;Marie-H&eacute;l&egrave;ne Dozo. <i>Producer</i>&mdash;Denis Freyd.</p>",
        "director: Luc Dardenne; editor: Marie-Hélène Dozo; producer: Denis Freyd",
        {"title": "The Child"},
    ),
    "details-summary": (
        "<h1>The Child</h1><details><summary>Credits</summary><p><b>Director: </b>Luc Dardenne"
        "</p><p><b>Editor: </b>Marie-Hélène Dozo</p></details>",
        "director: Luc Dardenne; editor: Marie-Hélène Dozo",
        {"title": "The Child"},
    ),
    "microdata": (
        '<div itemscope itemtype="http://schema.org/Movie"><h1 itemprop="name">The Child</h1><p>'
        'Director: <span itemprop="director" itemscope><span itemprop="name">Luc Dardenne</span>'
        '</span></p><p>Stars: <span itemprop="actor"><a><span itemprop="name">Jérémie Renier'
        '</span></a></span>, <span itemprop="actor"><a><span itemprop="name">Déborah François'
        "</span></a></span></p></div>",
        "director: Luc Dardenne; actor: Jérémie Renier; actor: Déborah François",
        {"title": "The Child"},
    ),
    "tabs-behind-one-another": (
        '<h1>The Child</h1><ul class="tabs"><li>Crew</li><li>Cast</li><li>Press</li></ul><div class="pane">'
        '<p>Director: Luc Dardenne</p></div><div class="pane" style="display: none"><h3>Cast</h3><ul><li>'
        "Jérémie Renier as Bruno</li><li>Déborah François as Sonia</li></ul></div><div role=tabpanel hidden>"
        '<p>Editor: Marie-Hélène Dozo</p></div><div class="modal" role="dialog" style="display:none"><p>'
        'Producer: Ann Lee</p></div><div style="display:none"><p>Music: Bo Ek</p></div>',
        "director: Luc Dardenne; actor: Jérémie Renier (Bruno); actor: Déborah François (Sonia); "
        "editor: Marie-Hélène Dozo",
        {"title": "The Child"},
    ),
    "menu-for-the-eyes": (
        '<div class="mega" aria-hidden="true"><ul><li>Casting</li><li>Television</li><li>Music</li><li>'
        "Ann Lee"
        "</li></ul></div><h1>The Child</h1><p>Director: Luc Dardenne</p><p>Editor: Marie-Hélène Dozo</p>"
        "<p>Bruno sells what he finds, and one day he finds that a child can be sold, too. What he has "
        "then is "
        "money, and nobody to share it with.</p>",
        "director: Luc Dardenne; editor: Marie-Hélène Dozo",
        {"title": "The Child"},
    ),
    "article-below": (
        "<title>The Child – review | The Screen Door</title><article><h1>The Child – review</h1><p>Director: "
        "Luc Dardenne</p><p>Editor: Marie-Hélène Dozo</p></article><article data-loaded><h1>Amour – review"
        "</h1><p>By Ann Lee</p><p>Director: Michael Haneke</p><p>Editor: Monika Willi</p><p>With: "
        "Emmanuelle Riva, Jean-Louis Trintignant</p></article>",
        "director: Luc Dardenne; editor: Marie-Hélène Dozo",
        {"title": "The Child"},
    ),
    "label-over-several-boxes": (
        '<h1>The Child</h1><div class="f"><div class="f__l">Director</div><div class="f__i">Luc '
        "Dardenne</div>"
        '</div><div class="f"><div class="f__l">Screenplay</div><div class="f__is"><div class="f__i">Luc '
        "Dardenne"
        '</div><div class="f__i">Jean-Pierre Dardenne</div></div></div><div class="f"><div class="f__l">'
        "Producers"
        '</div><div class="f__is"><div class="f__i">Denis Freyd</div><div class="f__i">Olivier '
        "Bronckart</div>"
        "</div></div>",
        "director: Luc Dardenne; screenwriter: Luc Dardenne; screenwriter: Jean-Pierre Dardenne; "
        "producer: Denis Freyd; producer: Olivier Bronckart",
        {"title": "The Child"},
    ),
    "halves-of-items": (
        "<h1>The Child</h1><h3>Cast</h3><ol><li><b>Jérémie Renier</b><span>Bruno</span></li><li><b>Déborah "
        "François</b><span>the girl Sonia</span></li><li><b>Fabrizio Rongione</b><span>young thug</span>"
        "</li></ol>",
        "actor: Jérémie Renier (Bruno); actor: Déborah François (the girl Sonia); "
        "actor: Fabrizio Rongione (young thug)",
        {"title": "The Child"},
    ),
    "halves-apart": (
        '<h1>The Child</h1><ul><li><span>Director</span> <a href="/l">Luc Dardenne</a></li><li><span>'
        "Photography"
        '</span> <a href="/m">Alain Marcoen</a></li><li><span>Producers</span><a href="/f">Denis FREYD</a>'
        '<a href="/b">Olivier BRONCKART</a></li></ul>',
        "director: Luc Dardenne; cinematographer: Alain Marcoen; producer: Denis Freyd; "
        "producer: Olivier Bronckart",
        {"title": "The Child"},
    ),
    "links-side-by-side": (
        '<h1>The Child</h1><h3>Director</h3><p><a href="/l">Luc Dardenne</a></p><h3>Assistant '
        "directors</h3><p>"
        '<a href="/a">Ann Lee</a> <a href="/b">Bo Ek Larsen</a></p><h3>Editor</h3><p><a href="/d">'
        "Marie-Hélène "
        "Dozo</a></p>",
        "director: Luc Dardenne; assistant-director: Ann Lee; assistant-director: Bo Ek Larsen; "
        "editor: Marie-Hélène Dozo",
        {"title": "The Child"},
    ),
    "unclosed-cells": (
        "<H1>The Child</H1><TABLE><TR><TD>Dir.<TD>Luc Dardenne<TR><TD>Phot.<TD>Alain Marcoen<TR><TD>Ed.<TD>"
        "Marie-Hélène Dozo</TABLE><TABLE><TR><TD>Jérémie Renier<TD>. . .<TD>Bruno<TR><TD>Déborah François<TD>"
        ". . .<TD>Sonia<TR><TD>Olivier Gourmet<TD>. . .<TD>the policeman</TABLE>",
        "director: Luc Dardenne; cinematographer: Alain Marcoen; editor: Marie-Hélène Dozo; "
        "actor: Jérémie Renier (Bruno); actor: Déborah François (Sonia); actor: Olivier Gourmet (the "
        "policeman)",
        {"title": "The Child"},
    ),
    "cast-under-credits": (
        "<h1>The Child</h1><h2>Credits</h2><dl><dt>Director</dt><dd>Luc Dardenne</dd><dt>Editor</dt><dd>"
        'Marie-Hélène Dozo</dd></dl><dl class="c"><dt>Jérémie Renier</dt><dd>Bruno</dd><dt>Déborah '
        "François</dt>"
        "<dd>Sonia</dd><dt>Olivier Gourmet</dt><dd>policeman</dd></dl>",
        "director: Luc Dardenne; editor: Marie-Hélène Dozo; actor: Jérémie Renier (Bruno); "
        "actor: Déborah François (Sonia); actor: Olivier Gourmet (policeman)",
        {"title": "The Child"},
    ),
    "cards-of-others": (
        "<h1>The Child</h1><p>Director: Luc Dardenne</p><p>Editor: Marie-Hélène Dozo</p><h2>Similar "
        "films</h2>"
        "<div><h3>Amour</h3><p>Director: Michael Haneke<br>Starring: Emmanuelle Riva</p></div><div><h3>"
        "The Hunt"
        "</h3><p>Director: Thomas Vinterberg</p></div><h2>Cast</h2><p>Jérémie Renier (Bruno), Déborah "
        "François "
        "(Sonia)</p>",
        "director: Luc Dardenne; editor: Marie-Hélène Dozo; actor: Jérémie Renier (Bruno); "
        "actor: Déborah François (Sonia)",
        {"title": "The Child"},
    ),
    "bold-over-plain": (
        "<h1>The Child</h1><p><strong>Director</strong><br>Luc Dardenne<br><strong>Producers</strong><br>"
        "Denis Freyd<br>Olivier Bronckart</p><p><b>Cast</b><br><b>Jérémie Renier</b><br>Bruno<br><b>Déborah"
        " François</b><br>Sonia<br><b>Olivier Gourmet</b><br>policeman</p>",
        "director: Luc Dardenne; producer: Denis Freyd; producer: Olivier Bronckart; "
        "actor: Jérémie Renier (Bruno); actor: Déborah François (Sonia); actor: Olivier Gourmet (policeman)",
        {"title": "The Child"},
    ),
    "year-beside-its-label": (
        '<h1>The Child</h1><div class="i"><span>Director</span><span>Luc Dardenne</span></div><div class="i">'
        '<span>Year</span><span>2005</span></div><div class="i"><span>Budget</span><span>-</span></div>'
        '<div class="i"><span>Running time</span><span>95 min</span></div>',
        "director: Luc Dardenne",
        {"title": "The Child", "year": "2005", "runtime_min": "95"},
    ),
    "cards-of-a-cast-in-a-definition": (
        '<h1>The Child</h1><dl><dt>Dirección</dt><dd>Luc Dardenne</dd><dt>Reparto</dt><dd><div class="cards">'
        '<div class="c"><a href="/1"><div class="n">Jérémie Renier</div></a><div class="r">Bruno</div></div>'
        '<div class="c"><a href="/2"><div class="n">Jean Luc Martin</div></a></div>'
        '<div class="c"><a href="/3"><div class="n">Déborah François</div></a><div class="r">Sonia</div>'
        "</div></div></dd><dt>Montaje</dt><dd>Marie-Hélène Dozo</dd></dl>",
        "director: Luc Dardenne; actor: Jérémie Renier (Bruno); actor: Déborah François (Sonia); "
        "actor: Jean Luc Martin; editor: Marie-Hélène Dozo",
        {"title": "The Child"},
    ),
    "names-within-a-director-of-microdata": (
        '<div itemscope itemtype="http://schema.org/Movie"><p itemprop="director"><a><b itemprop="name">'
        'Luc Dardenne</b></a></p><h1 itemprop="name">The Child</h1></div>',
        "director: Luc Dardenne",
        {"title": "The Child"},
    ),
    "thanks-under-a-heading": (
        "<h1>The Child</h1><h4>Directed by</h4><table><tr><td>Luc Dardenne</table><h4>Cast</h4><table>"
        "<tr><td>Jérémie Renier<td>...<td>Bruno<tr><td>Déborah François<td>...<td>Sonia</table>"
        "<h4>Thanks</h4><table><tr><td>Ann Lee<td>...<td>the makers thank"
        "<tr><td>Bo Ek<td>...<td>special thanks</table>"
        "<h4>Helpers</h4><table><tr><td>Cy Dunn<td>...<td>honey<tr><td>Di Moe<td>...<td>bread</table>",
        "director: Luc Dardenne; actor: Jérémie Renier (Bruno); actor: Déborah François (Sonia)",
        {"title": "The Child"},
    ),
    "life-of-the-director-under-its-heading": (
        "<h1>The Child</h1><p>Director: Luc Dardenne<br>Editor: Marie-Hélène Dozo</p><h3>The director</h3>"
        "<p>Luc Dardenne was born near Liège and studied philosophy before he filmed with his brother; "
        "all three features that followed were produced by Ann Lee and shot by Bo Ek.</p>",
        "director: Luc Dardenne; editor: Marie-Hélène Dozo",
        {"title": "The Child"},
    ),
    "menu-over-the-headline": (
        '<div class="menu-wrap"><ul><li><a href="/a">Programme</a></li><li><a href="/b">Guests</a></li><li>'
        '<a href="/c">Press</a></li><li><a href="/d">Archive 2016</a></li></ul></div><h1>The Child</h1>'
        "<p>Director: Luc Dardenne</p>",
        "director: Luc Dardenne",
        {"title": "The Child"},
    ),
    "microdata-without-labels": (
        '<div itemscope itemtype="https://schema.org/Movie"><h1 itemprop="name">The Child</h1><p>'
        '<a itemprop="director" href="/l">Luc Dardenne</a> <i>·</i> <b itemprop="actor" itemscope itemtype='
        '"http://schema.org/Person"><a itemprop="name">Jérémie Renier</a></b></p><meta itemprop="actor" '
        'content="Déborah François"><meta itemprop="duration" content="PT95M"><time itemprop="datePublished" '
        'datetime="2005-10-19">in October</time></div><p itemprop="director">Ann Lee</p>',
        "director: Luc Dardenne; actor: Jérémie Renier; actor: Déborah François",
        {"title": "The Child", "year": "2005", "runtime_min": "95"},
    ),
}


def facts_of_page(folder: Path, markup: str) -> tuple[FilmFacts, ...]:
    """The facts of a page; every quote is checked."""
    path = folder / "page.html"
    path.write_text(f'<!doctype html><meta charset="utf-8">{markup}', encoding="utf-8")
    document = read_document(path)
    films = extract_facts(document)
    for film in films:
        said = [f.evidence for f in (*film.stated, *(s for c in film.contradictions for s in c.values))]
        said += [c.evidence for c in film.credits]
        said += [f.evidence for f in film.source_works] + [f.evidence for f in film.other_films]
        assert all(e.span.of(document.text) == e.quote for e in said)
        assert all(u.span.of(document.text) == u.quote for u in film.unread)
    return films


def list_credits(film: FilmFacts) -> set[str]:
    """The credits of a film in the table's form."""
    return {f"{c.role}: {c.agent}" + (f" ({c.character})" if c.character else "") for c in film.credits}


@pytest.mark.parametrize("name", PAGES)
def test_pages(tmp_path: Path, name: str) -> None:
    markup, credits, stated = PAGES[name]
    (film,) = facts_of_page(tmp_path, markup)
    assert list_credits(film) == set(credits.split("; "))
    assert {field: film.first(field) for field in stated} == stated
