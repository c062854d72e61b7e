# Nouns that say which sector of a country acts (PLOVER's and CAMEO's role codes).
MIL: army military troop troops soldier soldiers navy marine marines airforce force forces warplane warplanes jet jets warship warships tank battalion brigade regiment general admiral colonel commander pilot serviceman servicemen servicewoman gunboat artillery officer officers paratrooper commando commandos garrison gunner bomber bombers helicopter helicopters fighter-jet command fleet submarine destroyer frigate drone drones missile airstrike peacekeeper peacekeepers conscript reservist
GOV: negotiator negotiators administrator administrators government president premier minister ministry cabinet administration king queen emir sultan chancellor official officials authority authorities spokesman spokeswoman spokesperson diplomat ambassador envoy secretary leader leaders prince governor mayor state regime presidency embassy consulate delegation chief agency department council monarch counterpart department commission commissioner regulator treasury court-martial
COP: police policeman policemen policewoman gendarme gendarmes gendarmerie constable sheriff cop cops detective
JUD: court judge judges prosecutor prosecutors tribunal justice magistrate judiciary lawyer-general attorney-general
LEG: parliament senate congress lawmaker lawmakers legislature legislator legislators mp mps senator senators house assembly deputy deputies congressman congresswoman knesset duma
SPY: intelligence spy spies
REB: militant militants extremist extremists rebel rebels guerrilla guerrillas insurgent insurgents separatist separatists militia militias militiaman militiamen secessionist gunman gunmen fighter fighters faction mutineer
UAF: terrorist terrorists jihadist jihadists bomber attacker attackers assailant kidnapper kidnappers hijacker hijackers gang
OPP: opposition dissident dissidents exile exiles
PTY: party
CVL: landowner landowners town towns village villages city neighbourhood district civilian civilians protester protesters demonstrator demonstrators resident residents villager villagers people citizen citizens woman women man men crowd crowds youth youths family families voter voters community activist activists muslim muslims christian christians jew jews farmer farmers child children girl girls boy boys victim victims worker workers employee employees prisoner prisoners detainee detainees settler settlers fisherman fishermen hostage hostages tourist tourists national nationals miner miners teacher teachers nurse nurses
REF: refugee refugees migrant migrants asylum-seeker evacuee evacuees
LAB: union unions
BUS: company companies firm firms bank banks businessman businessmen trader traders corporation airline airlines exporter exporters manufacturer manufacturers
JRN: journalist journalists reporter reporters newspaper newspapers broadcaster editor media correspondent channel
MED: doctor doctors
EDU: student students university universities school schools professor scientist scientists researcher academic
REL: missionary missionaries nun nuns priest priests bishop bishops cleric clerics imam monk monks church
CRM: smuggler smugglers trafficker traffickers cartel pirate pirates hacker hackers
