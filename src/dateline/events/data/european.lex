# Predicates of Spanish, French and German: language, event type with its mode, and patterns of the
# words as they stand in text, separated by blanks ("_" is a blank, "…" up to eight words between).
# The first line that matches a place in the text counts, so what is told by several words comes
# first. "!" marks nouns, whose doer is the adjective beside them, "^" what is
# done to the subject.
es COERCE/arrest^: condenad[oa]s?_a_\w+_años (?:fue|fueron)_detenid[oa]s?
es COERCE/arrest: detuv\w+ arrest(?:ó|aron) encarcel\w+
es COERCE/curfew: (?:declar|decret)\w+…estado_de_(?:emergencia|sitio|excepción) toque_de_queda
es SANCTION/diplomatic: expuls(?:ó|aron|a|an) romp(?:ió|en|e)…relaciones (?:retir|llam)\w+_a_(?:consultas_a_)?su_embajador declar\w+_persona_non_grata
es SANCTION: (?:impuso|impusieron|impone|imponen|impondrá|impondrán|adopt\w+|aprob\w+|decret\w+|anunci\w+)…(?:sanciones|arancel\w*|embargo|veto) sancion(?:ó|aron|a|an) prohib(?:ió|ieron|e)…(?:importaci\w+|exportaci\w+|entrada) congel(?:ó|aron)…activos cerr(?:ó|aron)…frontera
es CONCEDE: (?:levant|aplaz|suaviz|aliger)\w+…(?:sanciones|arancel\w*|embargo|gravamen) aplaz(?:ó|aron)…entrada_en_vigor
es RETREAT/release: liber(?:ó|aron|a|an)_a? pus(?:o|ieron)_en_libertad
es RETREAT: retir(?:ó|aron)…(?:tropas|fuerzas)
es COOPERATE/judicial: extradit(?:ó|aron|a|an)
es COOPERATE/military: (?:maniobras|ejercicios)_(?:militares_)?(?:conjunt[ao]s)
es AID: (?:envi|don|entreg|aport|concedi|ofreci)\w+…(?:ayuda|asistencia|alimentos|medicinas)
es SUPPORT: firm(?:ó|aron|a|an)\b respald(?:ó|aron|a|an)\b apoy(?:ó|aron|a|an)\b felicit(?:ó|aron|a|an)\b elogi(?:ó|aron)\b agradeci(?:ó|eron)\b (?:celebr|salud)(?:ó|aron)…(?:decisión|acuerdo|anuncio|medida)
es AGREE: acord(?:ó|aron)\b acuerdan\b pact(?:ó|aron)\b se_compromet\w+ prometi(?:ó|eron)\b (?:alcanz|cerr)\w+…acuerdo
es CONSULT/visit: visit(?:ó|aron|a|ará)\b viaj(?:ó|a|ará)_a\b lleg(?:ó|a)_a\b
es CONSULT/meet: se_(?:reuni|entrevist)\w+ reunid[oa]s?_con habl(?:ó|aron|ar)_por_teléfono conversaciones_con (?:hablar|conversar)_(?:\w+_){0,2}con tras_reunirse
es REQUEST: pidi(?:ó|eron)\b pide[n]?\b exig(?:ió|ieron|e|en)\b inst(?:ó|aron|a)\b urgi(?:ó|eron)\b reclam(?:ó|aron)\b solicit(?:ó|aron)\b hizo_un_llamamiento llam(?:ó|aron)_a\b
es ACCUSE: conden(?:ó|aron|a|an)\b acus(?:ó|aron|a|an)\b denunci(?:ó|aron|a|an)\b critic(?:ó|aron|a|an)\b culp(?:ó|aron|a|an)\b reproch(?:ó|aron)\b
es REJECT: rechaz(?:ó|aron|a|an)\b (?:neg|desminti)(?:ó|aron|eron)\b se_neg(?:ó|aron)\b vet(?:ó|aron)\b
es THREATEN: amenaz(?:ó|aron|a|an)\b adv(?:irtió|irtieron|ierte)\b
es PROTEST: se_manifest\w+ manifestantes\b protest(?:aron|aban|an)\b huelga_general
es MOBILIZE: despleg(?:ó|aron)\b desplieg\w+ moviliz(?:ó|aron)\b lanz(?:ó|aron)…misil\w*_balístic\w+
es ASSAULT: atac(?:ó|aron|a|an)\b bombarde(?:ó|aron|a|an)\b (?:mat|asesin|secuestr)(?:ó|aron|a|an)\b impact(?:ó|aron)_contra
es ASSAULT!: ataques? misil\w* bombardeos? ofensiva dron(?:es)?
fr COERCE/arrest^: condamné[es]*…à_\w+_(?:ans|mois) (?:a|ont)_été_(?:arrêté|condamné)\w*
fr COERCE/arrest: (?:a|ont)_arrêté
fr COERCE/curfew: décrét\w+…(?:état_d['’]urgence|couvre-feu)
fr SANCTION/diplomatic: (?:a|ont)_expulsé expulse(?:nt)?\b romp\w*…relations rappel\w+_son_ambassadeur
fr SANCTION: (?:adopt|impos|annonc|pris|vot)\w*…(?:sanctions|droits_de_douane|embargo) (?:a|ont)_sanctionné sanctionne(?:nt)?\b interdi\w+_(?:aussi_)?les_importations gel\w*…avoirs ferm\w+…frontière
fr CONCEDE: (?:lev|report|assoupl|allég|retir)\w*…(?:sanctions|droits_de_douane|embargo|taxe)
fr RETREAT/release: (?:a|ont)_libéré libère(?:nt)?\b (?:a|ont)_été_libéré[es]*
fr RETREAT: retir\w+…(?:troupes|forces)
fr COOPERATE/judicial: (?:a|ont)_extradé
fr COOPERATE/military: (?:manœuvres|exercices)_(?:militaires_)?(?:conjoint|commun)\w*
fr AID: (?:enverr|envoy|accord|octroi|débloqu|fourni|offert|promis)\w*…(?:aide|assistance|secours|ligne_de_crédit)
fr SUPPORT: (?:a|ont)_(?:signé|paraphé|salué|soutenu|félicité|remercié|approuvé|ratifié) sont_félicités?
fr AGREE: (?:est|sont|a|ont)_convenus?\b conviennent\b (?:a|ont)_accepté (?:s['’]est|se_sont)_engagé\w* (?:a|ont)_promis conclu\w*…accord parvenu\w*…accord
fr CONSULT/visit: (?:a|ont)_visité (?:est|sont)_arrivé\w*_(?:à|en|au) se_rend\w*_(?:à|en|au) en_visite_(?:à|en|au)
fr CONSULT/meet: (?:a|ont)_rencontré (?:s['’]est|se_sont)_(?:entretenu|réuni|rencontré)\w* entretiens?_avec pourparlers_(?:avec|entre)
fr REQUEST: (?:a|ont)_(?:demandé|exigé|réclamé|appelé|exhorté|prié|pressé|sommé)
fr ACCUSE: (?:a|ont)_(?:condamné|accusé|dénoncé|critiqué|reproché|blâmé) (?:accuse|dénonce|condamne)(?:nt)?\b
fr REJECT: (?:a|ont)_(?:rejeté|refusé|démenti|nié|repoussé) (?:rejette|refuse|dément)(?:nt)?\b
fr THREATEN: (?:a|ont)_(?:menacé|averti|mis_en_garde) menace(?:nt)?_(?:de|d['’])
fr PROTEST: (?:a|ont)_manifesté manifestants\b manifestations_contre grève_générale
fr MOBILIZE: (?:a|ont)_(?:déployé|mobilisé) (?:a|ont)_(?:tiré|lancé)…missile\w*
fr ASSAULT: (?:a|ont)_(?:attaqué|bombardé|tué|enlevé|assassiné|frappé|envahi|abattu)
fr ASSAULT!: attaques? frappes? bombardements? missiles? offensive raids? drones?
de COERCE/arrest^: (?:wird|wurde|wurden|worden|ist|sind)…(?:festgenommen|verhaftet|inhaftiert)\b zu…Haft_verurteilt
de COERCE/arrest: (?:festgenommen|verhaftet|inhaftiert)\b nahm\w*…fest\b
de COERCE/curfew: (?:verhäng|ausger|rief|erklär)\w*…(?:Ausnahmezustand|Notstand|Ausgangssperre)
de SANCTION/diplomatic: ausgewiesen\b des_Landes_verwiesen weist…aus\b wies…Diplomaten…aus\b (?:Botschafter|Botschafterin)…(?:abberufen|zurückgerufen|abgezogen)
de SANCTION: (?:Sanktionen|Strafzölle|Zölle|Embargo)…(?:verhängt|beschlossen|verabschiedet|angekündigt|erlassen) (?:verhäng|beschließ|beschloss|verabschied)\w*…(?:Sanktionen|Strafzölle|Zölle|Embargo) Einfuhr…(?:verboten|untersagt) (?:Grenze|Grenzübergänge)…geschlossen
de CONCEDE: (?:Sanktionen|Zölle|Strafzölle)…(?:aufgehoben|gelockert|ausgesetzt|verschoben)
de RETREAT/release: freigelassen\b ließ\w*…frei\b
de RETREAT: (?:Truppen|Soldaten)…abgezogen
de COOPERATE/judicial: ausgeliefert\b
de AID: stell\w+…(?:Soforthilfe|Hilfe|Millionen)…(?:bereit|Verfügung) (?:Hilfe|Hilfsgüter|Soforthilfe|Helfer)…(?:geschickt|geliefert|zugesagt|entsandt) schick\w+…(?:Helfer|Hilfsgüter|Hilfe) hilft\b liefer\w*…(?:Flugabwehr|Waffen|Panzer|Munition)\w* (?:Flugabwehr|Waffen|Panzer|Munition)\w*…liefern
de SUPPORT: unterzeichnet(?:en)?\b unterschrieb\w*\b (?:begrüß|würdig|lob|unterstütz)te[n]?\b gratuliert\w*\b
de AGREE: (?:einigt|verständigt)en?_sich (?:geeinigt|verständigt)\b vereinbart(?:en)?\b (?:sagt|sagte)…zu\b zugesagt\b verpflichtet\w*_sich
de CONSULT/visit: (?:reist|reiste|flog|fliegt)…nach besucht(?:e|en)?\b
de CONSULT/meet: trafen?_sich traf…(?:Präsident|Minister|Kanzler|Premier)\w* (?:telefoniert|gesprochen|verhandelt|getroffen)\b Gespräche?_mit
de REQUEST: (?:forder|appell|verlang)t?e?n?…auf\b (?:forderte|verlangte)[n]?\b bat(?:en)?\b rief(?:en)?…auf\b aufgefordert\b
de ACCUSE: verurteilte[n]?\b (?:warf|warfen|wirft|werfen)…vor\b beschuldigte?n?\b kritisierte?n?\b (?:vorgeworfen|beschuldigt|verurteilt)\b
de REJECT: (?:wies|wiesen|weist)…zurück\b lehnte?n?…ab\b (?:zurückgewiesen|abgelehnt|bestritten)\b bestritt(?:en)?\b dementierte[n]?\b
de THREATEN: (?:drohte|drohten|droht|warnte|warnten|warnt)\b gedroht\b
de PROTEST: (?:protestier|demonstrier)te?n?\b Protesten?_gegen Demonstranten\b Generalstreik
de MOBILIZE: (?:Truppen|Soldaten|Kriegsschiffe)…(?:verlegt|entsandt|stationiert|mobilisiert) (?:Rakete|Raketen)…(?:abgefeuert|getestet)
de ASSAULT: (?:angegriffen|bombardiert|beschossen|getötet|entführt|ermordet)\b griff\w*…an\b
de ASSAULT!: \w*[Aa]ngriff\w* \w*[Bb]eschuss \w*[Oo]ffensive \w*[Rr]aketen?\b Drohnen?\b
