# Classes of nouns that patterns over arguments refer to as @name. Lemmas, singular.
@sanction: sanction embargo tariff duty quota curb restriction penalty blacklist boycott freeze countermeasure sanctions
@ban: ban moratorium prohibition restriction embargo blockade siege closure curfew limit barrier roadblock lockdown censorship suspension freeze curb parole restraint
@emergency: curfew emergency siege "martial law" lockdown blackout censorship
@agreement: agreement accord treaty pact deal memorandum mou convention protocol charter covenant armistice ceasefire cease-fire truce compact contract arrangement settlement concordat entente communique resolution declaration letter-of-intent framework partnership roadmap understanding instrument
@truce: ceasefire cease-fire truce armistice pause lull disengagement de-escalation cessation
@talks: talk negotiation dialogue discussion meeting conference summit consultation session conversation parley call mediation round visit trip contact huddle roundtable interview
@tie: tie relation relationship link contact diplomatic recognition bond
@cooperation: cooperation co-operation collaboration coordination co-ordination exchange partnership alliance interaction integration exercise drill maneuver manoeuvre trade commerce sharing venture operation patrol
@troop: troop soldier force army military navy warship ship fleet carrier aircraft bomber jet fighter tank missile battalion brigade regiment division squadron unit marine paratrooper reservist contingent personnel peacekeeper destroyer submarine frigate artillery convoy guard gunboat battery garrison commando policeman police officer men patrol
@base: base outpost position camp checkpoint territory town village city area region district capital border frontline front line enclave stronghold zone strip province peninsula island post building
@weapon: weapon arm missile warhead gun rifle ammunition munition rocket bomb tank nuclear stockpile arsenal explosive weaponry drone
@aid: aid assistance relief help support fund funding grant loan money dollar euro pound yen yuan million billion credit subsidy donation food medicine vaccine supply shelter equipment ration grain flour wheat fuel water shipment tent blanket rice package expertise training asylum refuge sanctuary protection vehicle ambulance dose oil doctor care treatment medical kit mask ventilator scholarship
@arms: arm weapon missile ammunition munition tank rifle aircraft jet weaponry helicopter equipment drone rocket artillery
@idea: plan proposal bill idea policy decision decree measure remark comment speech statement claim suggestion law legislation resolution budget record report motion verdict ruling government's reform move handling stance position strategy rhetoric argument agreement deal treaty credibility opponent critic rival character legacy initiative failure corruption problem issue poverty inflation
@request: request demand call appeal plea proposal offer bid petition invitation overture suggestion condition application resolution plan claim idea initiative compromise term draft accusation allegation charge notion motion criticism assertion deal recommendation amendment ruling
@demand: demand condition request call term pressure appeal plea ultimatum claim grievance
@accused: accusation allegation charge claim complaint
@prisoner: prisoner hostage detainee captive inmate journalist activist dissident suspect pow convict soldier pilot crew fisherman sailor aid-worker worker leader opponent protester demonstrator student lawyer reporter priest tourist citizen man woman people missionary nun militant member
@person: person people man woman civilian soldier officer policeman official journalist reporter activist protester demonstrator rebel militant insurgent fighter gunman member leader minister president diplomat worker villager resident child student prisoner refugee migrant farmer police troop army guard terrorist commander peacekeeper tourist hostage
@charge: charge case lawsuit suit complaint indictment action proceeding petition motion impeachment indictment
@office: office post position presidency premiership job seat power government chairmanship command
@post_holder: ambassador envoy diplomat consul attache charge staff consulate embassy mission delegation
@expelled: diplomat ambassador envoy attache inspector official staff mission spy consul agency ngo organisation organization monitor observer peacekeeper group
@property: property asset land home house account fund ship vessel tanker cargo passport computer document newspaper copy equipment goods weapon cash drug money belongings camera estate
@visa: visa passport entry access permit license licence accreditation permission admission
@right: right freedom autonomy independence citizenship amnesty pardon immunity suffrage clemency franchise liberty
@reform: reform constitution law amendment election change cabinet reshuffle leadership
@support: support backing solidarity sympathy confidence appreciation gratitude satisfaction approval praise admiration regret apology condolence thanks congratulation tribute recognition hope respect optimism welcome endorsement greeting
@concern: concern worry fear dismay alarm anger outrage displeasure disappointment doubt condemnation criticism indignation dissatisfaction opposition reservation disapproval frustration unease skepticism scepticism objection protest shock disgust displeasure
@opposition: opposition refusal rejection objection unwillingness disagreement
@willing: willingness readiness intention intent desire commitment interest determination preparedness wish
@attack: attack strike raid assault offensive bombing airstrike shelling bombardment invasion incursion rocket missile shell ambush operation war campaign bomb mortar fire grenade drone salvo barrage artillery sortie blitz foray jet gas torpedo cyberattack
@protest: protest strike rally demonstration march sit-in hunger picket walkout riot boycott vigil stoppage blockade roadblock
@probe: investigation probe inquiry enquiry inquest hearing trial prosecution audit search manhunt
@warning: warning ultimatum threat deadline
@alert: alert readiness mobilisation mobilization "state of alert" standby
@demo_target: square street parliament embassy palace
@body: talks government coalition alliance organisation organization agreement treaty accord pact deal convention council body bloc court union
@blame: blame responsibility
@force: force violence gas cannon bullet truncheon baton
@emotion: regret apology condolence sympathy
@rule: law rule norm agreement treaty ceasefire cease-fire truce resolution embargo convention accord airspace sovereignty border pact commitment obligation waters order curfew sanction
@refugee: refugee migrant asylum-seeker evacuee displaced people national citizen victim wounded casualty survivor wounded family civilian child orphan flood earthquake
@evidence: evidence intelligence information data secret file technology expertise
@stop: attack war hostility fighting strike operation campaign offensive violence bombing shelling test testing programme program bombardment protest hostilities enrichment
@dissolve: parliament party organisation organization assembly council group government congress newspaper
@vote: resolution motion bill amendment measure proposal legislation deal vote
@hit: rocket missile shell bomb mortar fire round bullet grenade shot artillery gas torpedo salvo
@ship: tanker ship vessel boat freighter
@mediator: mediation effort peace mediator process
