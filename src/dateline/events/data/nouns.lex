# Nouns that name an occurrence, with the code they give it: as the object of a light verb
# ("carried out an attack"), or alone ("an attack on", "the summit between").
AGREE: promise pledge vow commitment undertaking assurance consent acceptance offer consensus willingness readiness guarantee
AGREE: agreement accord deal compromise understanding
CONSULT/meet: meeting summit talk talks negotiation dialogue consultation discussion conference roundtable parley conversation session exchange-of-views bilateral trilateral audience huddle face-to-face tete-a-tete briefing forum assembly
CONSULT/visit: visit trip tour stopover pilgrimage stay voyage
CONSULT/phone: phone-call call telephone-call videoconference teleconference video-call telephone-conversation
CONSULT/mediate: mediation good-offices shuttle-diplomacy arbitration facilitation peacemaking
SUPPORT: support praise endorsement approval applause commendation tribute congratulations congratulation condolence condolences sympathy solidarity recognition ratification apology backing thanks gratitude accolade welcome ovation encouragement salute felicitation
CONCEDE: concession amnesty pardon reprieve clemency
RETREAT/release: release liberation repatriation
RETREAT/resign: resignation abdication
RETREAT: withdrawal retreat pullout pull-out pullback evacuation surrender ceasefire cease-fire truce disengagement demobilisation demobilization disarmament drawdown capitulation armistice demilitarization decommissioning
COOPERATE/military: exercise drill manoeuvre maneuver wargame war-game
COOPERATE: cooperation co-operation collaboration trade joint-venture extradition interoperability
AID: aid assistance relief donation grant loan subsidy airlift bailout asylum peacekeeping airdrop contribution handout
REQUEST: request demand call appeal plea petition urging insistence exhortation entreaty bid invitation application lobbying
ACCUSE: accusation criticism condemnation denunciation allegation charge complaint indictment rebuke reproach censure lawsuit investigation probe inquiry prosecution impeachment reprimand outcry denouncement blame smear reprobation concern suspicion trial conviction scrutiny audit diatribe tirade
REJECT: rejection refusal denial veto rebuff defiance objection opposition violation breach snub dismissal repudiation
THREATEN: threat ultimatum warning intimidation sabre-rattling saber-rattling blackmail menace
PROTEST/demo: protest demonstration rally march sit-in picket vigil blockade procession
PROTEST/strike: strike-action walkout stoppage work-stoppage general-strike hunger-strike
PROTEST/riot: riot uprising revolt insurrection unrest rioting rebellion intifada mutiny
SANCTION: sanction sanctions embargo boycott expulsion tariff blacklist blacklisting suspension travel-ban asset-freeze recall
MOBILIZE: mobilization mobilisation deployment buildup build-up alert reinforcement redeployment call-up massing troop-movement
COERCE/arrest: arrest detention imprisonment jailing incarceration roundup
COERCE: crackdown curfew seizure confiscation deportation repression censorship raid martial-law state-of-emergency lockdown ban suppression persecution eviction harassment sentence clampdown purge restriction internment forfeiture surveillance demolition
ASSAULT/unconventional: cyberattack cyber-attack hack hacking cyber-warfare cyberwarfare cyberwar
ASSAULT: attack assault bombing airstrike air-strike strike raid shelling bombardment massacre killing assassination invasion ambush clash skirmish kidnapping abduction murder incursion offensive war fighting battle fire gunfire explosion blast suicide-bombing missile-attack torture occupation shooting execution hijacking violence siege onslaught hostilities battle crossfire firefight genocide slaying aggression beating stabbing rape hostage-taking bloodshed intrusion barrage fusillade salvo atrocity blitz poisoning slaughter poisoning beheading lynching pogrom
