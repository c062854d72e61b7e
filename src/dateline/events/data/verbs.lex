# Verb patterns of English: what is before "=>" names verbs and conditions, after it the event
# type with its mode. Verbs are lemmas separated by commas, a particle joined by "_".
#   @class or word      the direct object (or passive subject) has such a head
#   ~@class or ~word    any argument has such a word (prepositions count as words)
#   +to +that           a to-infinitive or a clause follows
# "a/b" is either. The pattern with most conditions wins, then the later one.
# "PASS": the verb only leads to the one in its complement; "LIGHT": its object's noun decides;
# "SAY": it only reports; "NONE": names no event of this kind in that use.

# --- verbs that lead on
begin, start, continue, try, attempt, seek, manage, proceed, go_on, help, keep, stay, remain, use, happen, appear, seem, come, rush, hurry, tend, dare, get, prepare, set, plan, intend, mean, expect, schedule, aim, hope, want, decide, choose, opt, resolve, move, work, wait, need, have, be, due, poise, ready, like, struggle, return, join, vote, bind, slate, go, act, serve, gather, fight, scramble, consider, contemplate, ponder, mull, weigh +to/+ing => PASS
say, state, report, announce, declare, tell, note, add, confirm, reveal, disclose, explain, indicate, write, tweet, believe, think, show, find, claim, hear, know, understand, suggest, mention, assert, argue, insist, learn, recall, testify, observe, remark, estimate, predict, see, acknowledge, admit, maintain, describe, signal, hint, stress, emphasise, emphasize, reiterate, underline, underscore, repeat, conclude, affirm, reaffirm, post, comment, elaborate, relate, imply, speculate, publish, broadcast => SAY
make, hold, conduct, carry_out, launch, stage, do, perform, mount, undertake, execute, have, take, engage, give, begin, start, initiate, open, resume, continue, renew, organise, organize, host, attend, complete, conclude, wage, lead, commit, intensify, escalate, step_up, expand, increase, arrange, convene, deliver, issue, face, plan, order, unleash, put, press_ahead, suffer, sustain, see, receive, participate, join, lodge, file, raise, come, go, pay, embark, oversee, authorise, authorize, enter, spark, pursue, orchestrate, coordinate, direct, inflict, trigger, extend, express, voice, announce, declare, seek, send, stand, enforce, impose, call, run => LIGHT

# --- AGREE: willingness, promises, offers
agree, promise, pledge, vow, undertake, consent, commit, accede, assent, guarantee, acquiesce, covenant => AGREE
volunteer, offer, propose, express @willing, offer +to, propose +to, swear +to, accept +to, plan ~@cooperation => AGREE
offer, propose @aid/@talks/@cooperation/@agreement => AGREE
accept @request/@agreement/@talks/offer/plan/proposal/invitation => AGREE
accept, approve, back, endorse, welcome @idea => SUPPORT
accept @demand => CONCEDE
accept @refugee => AID
accept @aid => AGREE
reach, strike, clinch, hammer_out, negotiate, broker, conclude, achieve, thrash_out, secure, forge, work_out, cut, seal, finalise, finalize @agreement/consensus/compromise => AGREE
negotiate, broker, mediate => CONSULT/mediate
express, signal, indicate, show, declare, announce, voice, convey, reiterate, affirm, demonstrate @willing => AGREE
announce, declare ~@willing => AGREE
compromise, settle, clinch, come_round => AGREE
settle @dispute/@agreement/dispute/conflict/row/claim => AGREE
sign_up, sign_on, opt_in => AGREE
shake ~hand => AGREE
bow +to => CONCEDE
give ~assurance/word/green/guarantee/consent/pledge/nod => AGREE
give_in, cave_in, cave, bow, buckle, back_down, climb_down, yield, relent, capitulate, succumb, concede => CONCEDE
promise, pledge, vow, commit, guarantee @aid/@support => AGREE
vow, swear ~revenge/~retaliation/~retaliate/~avenge/~crush/~punish/~destroy => THREATEN
vow, swear, promise, pledge +to ~retaliate/revenge/crush/punish/destroy/fight/avenge/strike/attack => THREATEN

# --- CONSULT
meet, consult, negotiate, confer, converse, discuss, visit, host, mediate, talk, chat, parley, huddle, deliberate, phone, telephone, ring, brief, debrief, intercede, arbitrate, dine, lunch, liaise, reconvene, tour, greet, debate, bargain, haggle, co-chair, stop_over, fly_in, drop_in, call_in, sit_down, facilitate, exchange => CONSULT
visit, tour => CONSULT/visit
host => CONSULT/host
receive, welcome, greet, entertain @person/delegation/envoy/counterpart/guest/visitor => CONSULT/host
receive, welcome ~visit/~talk/~airport/~palace/~ceremony => CONSULT/host
phone, telephone, ring, speak ~phone/~telephone/~call => CONSULT/phone
speak ~with/~phone/~telephone/~to => CONSULT
talk ~to/~with/~phone => CONSULT
discuss => CONSULT
hold, have, resume, begin, start, conduct, open, conclude, host, continue, convene, attend, arrange, schedule, reopen, chair, enter, join, organise, organize, launch, restart, wrap_up, finish @talks/@summit/summit => CONSULT/meet
pay @visit/visit/~call => CONSULT/visit
make @visit/visit/trip/~stopover => CONSULT/visit
arrive, fly, travel, journey, land, head, depart, go ~for/~on/~to/~in/~visit => CONSULT/visit
arrive, fly, travel, head, go, come ~talk/~visit/~summit/~meeting/~meet => CONSULT/visit
leave ~visit/~talk/~for => CONSULT/visit
return ~visit/~trip => CONSULT/visit
convene, gather, assemble ~leader/~meeting/~summit/~talk/~minister/~conference => CONSULT/meet
participate, attend, take_part, partake ~talk/~meeting/~summit/~conference/~session/~dialogue/~forum => CONSULT/meet
attend @talks => CONSULT/meet
sit_down, hold, engage, enter ~talk/~negotiation/~dialogue/~discussion/~meeting/~summit/~conversation => CONSULT/meet
launch, begin, start, continue, resume, lead, pursue, head @mediator/@mediation/mediation => CONSULT/mediate
mediate => CONSULT/mediate
exchange @view/view/opinion/greeting/letter/message/note => CONSULT
dispatch, send @post_holder/delegation/envoy/mediator/negotiator/minister => CONSULT
summon, call_in @post_holder => ACCUSE/disapprove
invite => AGREE
invite ~talk/~visit/~summit/~meeting => AGREE
entertain ~leader => CONSULT/host
hold ~meeting/~talk/~talks/~conversation/~summit/~consultation/~discussion/~phone => CONSULT/meet

# --- SUPPORT
support, back, praise, endorse, applaud, hail, commend, laud, welcome, congratulate, thank, approve, ratify, recognize, recognise, appreciate, celebrate, honour, honor, compliment, salute, cheer, acclaim, defend, apologise, apologize, sympathise, sympathize, forgive, encourage, bless, favour, favor, champion, advocate, uphold, vouch, commemorate, mourn, embrace, reassure, legitimise, legitimize, co-sponsor, cosponsor, second, rally_behind, stand_by, extol, esteem, admire, respect, decorate, eulogize, befriend, reconcile, console, knight, exonerate, vindicate, exculpate, justify, sanctify, adopt, ally, align => SUPPORT
express, voice, offer, convey, send, extend, declare, reiterate, reaffirm, give, lend, show, renew, announce, throw, receive @support/@emotion => SUPPORT
pay ~tribute/~homage/~respect => SUPPORT
speak, come_out ~support/~favor/~favour/~praise => SUPPORT
sign, ink, initial, conclude, ratify, finalise, finalize, approve, enter, adopt, endorse, renew, seal, formalise, formalize, complete @agreement => SUPPORT
sign, ink ~agreement/~accord/~treaty/~pact/~deal/~memorandum/~contract/~declaration/~truce => SUPPORT
sign => SUPPORT
establish, restore, normalise, normalize, resume, upgrade, improve, strengthen, deepen, boost, renew, mend, repair, build, develop, cement, forge, re-establish, reestablish, enhance, expand, advance, consolidate, promote, thaw, warm, foster, bolster, cultivate @tie/@recognition/embassy/friendship => SUPPORT
reopen, open @embassy/embassy/consulate/mission => SUPPORT
vote ~for/~favour/~favor => SUPPORT
stand ~with/~behind/~by/~beside/~alongside => SUPPORT
rally ~behind/~support => SUPPORT
hail, welcome, praise => SUPPORT
nominate, appoint, swear_in, elect, award @person/president/minister/~prize/~medal/~honor/~honour => SUPPORT
award, bestow, confer ~prize/~medal/~honour/~honor/~order/~title => SUPPORT
grant @recognition/recognition/status => SUPPORT
lend @support/support => SUPPORT
accept @emotion/apology => SUPPORT
take ~side => SUPPORT
join @body => SUPPORT
express @hope/hope/optimism/confidence/satisfaction => SUPPORT
call ~friend/~hero/~ally => SUPPORT

# --- COOPERATE
cooperate, co-operate, collaborate, coordinate, co-ordinate, trade, integrate, interoperate, partner, team_up, join_force, extradite, synchronise, synchronize, train_together, intermarry, pool => COOPERATE
share @evidence => COOPERATE/intelligence
exchange @evidence/prisoner/@prisoner/technology/data/ambassador => COOPERATE
swap @prisoner => COOPERATE
provide, hand_over, pass, supply, transfer, give @evidence => COOPERATE/intelligence
conduct, hold, begin, launch, start, stage, carry_out, complete, kick_off, run @exercise/exercise/drill/manoeuvre/maneuver/wargame/patrol => COOPERATE/military
expand, strengthen, boost, deepen, increase, enhance, develop, step_up, begin, establish, resume, launch, promote @cooperation => COOPERATE
extradite, hand_over, turn_over, deport @suspect/suspect/fugitive/defendant => COOPERATE/judicial
import, export, sell, buy, purchase => COOPERATE/economic
invest, build, construct, develop ~in/@pipeline/pipeline/railway/dam/port/plant => COOPERATE/economic
work ~together/~jointly/~with/~alongside => COOPERATE
join @force/force/hand/venture => COOPERATE
team, partner => COOPERATE

# --- AID
aid, donate, assist, fund, finance, subsidise, subsidize, bankroll, contribute, feed, shelter, vaccinate, rescue, save, treat, supply, equip, arm, train, evacuate, airlift, airdrop, house, clothe, protect, escort, bail_out, lend, sponsor, harbour, harbor, resettle, provide, relieve, rehabilitate, reconstruct, nurse, heal, underwrite, endow, reimburse, compensate, pay_out, ship, accommodate, immunize, immunise, safeguard, help, gift, enable, refinance, care, fly_out, guard, hospitalize, repair => AID
provide, give, send, supply, deliver, donate, grant, extend, ship, dispatch, allocate, disburse, contribute, channel, airlift, award, hand_out, hand, release, transfer, distribute, approve, drop, raise, pour, lend, increase, double, resume, restore, present, hand_over, earmark, inject, advance, fly, truck, bring, spend, pay, authorise, authorize, announce, pump, top_up @aid => AID
send, provide, deliver, fly, dispatch, ship, donate ~aid/~assistance/~relief/~medical/~food/~humanitarian/~vaccine => AID
supply, provide, deliver, arm, transfer, send, ship, equip @arms => AID/military
grant, give, provide @asylum/asylum/refuge/sanctuary/shelter => AID/asylum
support => SUPPORT
support ~million/~billion/~financially/~fund/~assistance => AID
help, assist => AID
help @person/@refugee => AID
take_in, accept, shelter, receive, resettle, welcome, harbour, host, evacuate, absorb @refugee => AID
train @person/@troop => AID/military
send, deploy, contribute, dispatch @peacekeeper/peacekeeper/observer/monitor/medic/doctor/nurse/rescuer/expert => AID
forgive, cancel, write_off, waive, reschedule, restructure @debt/debt/loan => AID
pay @compensation/compensation/reparation/damages/salary/bill => AID
raise @money/money/fund/cash => AID
treat @refugee/@person/wounded/casualty/patient/victim => AID
protect => AID
receive, get, obtain, secure @aid => AID
lend => AID
invest @million/million/billion => AID

# --- CONCEDE
release, free, pardon, liberate, parole, amnesty, repatriate, reinstate, unfreeze, unblock, decriminalize, decriminalise, legalize, legalise, exempt, relax, ease, loosen, lift, waive, rescind, repeal, acquit, commute, restore, return, resign, abdicate, step_down, quit, hand_back, give_back, relinquish, cede, surrender, concede, liberalise, liberalize, spare, de-escalate, defuse, hand_over, unban, allow, permit, let, readmit, reprieve, grant, drop, absolve, reopen, moderate, soften, retract, recant, backtrack, back_off, stand_down, renounce, give_up, forgo, abandon, deregulate, reverse, bail, clear, emancipate, overturn, annul => CONCEDE
release, free, liberate, ransom @prisoner/@person => RETREAT/release
release @report/statement/report/figure/data/video/photo/film/document/list/footage => NONE
lift, ease, relax, end, drop, remove, cancel, scrap, suspend, waive, loosen, withdraw, abolish, terminate, halt, roll_back, reverse, repeal, rescind, stop, soften, reduce, cut, relieve, revoke, phase_out, unwind, discontinue, call_off @sanction => CONCEDE/ease
lift, ease, relax, end, drop, remove, cancel, scrap, suspend, loosen, abolish, revoke, rescind, reverse, overturn, terminate, repeal, soften, call_off, shorten, reopen @ban/@emergency => CONCEDE/ease
drop, dismiss, withdraw, quash, overturn, throw_out, suspend @charge/charge/case/conviction/lawsuit/indictment/warrant/allegation/sentence/accusation => CONCEDE
open, reopen @border/border/bridge/road/crossing/airspace/market/port/corridor/airport/checkpoint => RETREAT/access
return @property/remains/body/artifact/artefact/territory/land/looted/painting/island/control/treasure => RETREAT/return
return, hand_over, give_back, hand_back, give_up @territory/control/power/body/remains/artifact/land/weapon/prisoner/hostage => RETREAT/return
grant, give, restore, extend, allow @right => CONCEDE
grant, give, issue, restore @visa => CONCEDE
allow, permit, let, admit, enable +to => CONCEDE
allow @visa/access/entry/inspector/visit/journalist/@refugee/passage/delivery/shipment/convoy => RETREAT/access
accept, meet, satisfy, heed, accede, agree, bow, yield, give_in @demand/~demand/~pressure => CONCEDE
accept @resignation/resignation/defeat/responsibility/blame/ruling/result => CONCEDE
concede @defeat/defeat/election => CONCEDE
resign, step_down, quit, step_aside, stand_down, abdicate => RETREAT/resign
leave, vacate, relinquish @office => RETREAT/resign
dismiss, sack, fire, oust, remove, replace, suspend @minister/minister/official/general/governor/commander/chief/cabinet => CONCEDE
reshuffle, replace => CONCEDE
hold, call, announce, schedule ~election/referendum => CONCEDE
introduce, implement, carry_out, undertake, enact @reform => CONCEDE
reduce, cut, lower, slash @price/price/tax/sentence/tariff/tension/fee => CONCEDE
grant @independence/independence/autonomy/amnesty/bail/clemency/parole/pardon/immunity/concession => CONCEDE
make @concession/concession => CONCEDE
restore @service/electricity/internet/water/order/democracy/access/@right => CONCEDE
waive @immunity => CONCEDE

# --- RETREAT
withdraw, retreat, pull_out, pull_back, disarm, demobilise, demobilize, disengage, surrender, demilitarize, capitulate, evacuate, draw_down, decommission, dismantle, stand_down, fall_back, lay_down, defect, disband, flee, demine, denuclearize, denuclearise => RETREAT
withdraw, pull, pull_out, remove, evacuate, recall, draw_down, reduce, bring_home, pull_back, redeploy, repatriate @troop => RETREAT/withdraw
leave, vacate, quit, abandon, evacuate @base => RETREAT/withdraw
lay_down, give_up, surrender, hand_over, hand_in, turn_in, destroy, dismantle, decommission, put_down, turn_over, scrap @weapon => RETREAT/disarm
lay, put, give ~arm/~weapon ~down/~up => RETREAT/disarm
destroy, dismantle, scrap, freeze, halt, suspend @stockpile/stockpile/reactor/arsenal/programme/program/facility ~nuclear/~chemical/~weapon => RETREAT/disarm
declare, announce, observe, order, extend, implement, honour, honor, respect, begin, uphold, accept @truce => RETREAT/ceasefire
stop, halt, end, cease, suspend, pause, call_off, break_off @stop => RETREAT/ceasefire
end, lift, raise @siege/blockade/occupation => RETREAT
allow, admit, accept, let @inspector/inspector/peacekeeper/observer/monitor => RETREAT/access
flee => RETREAT
leave ~troop => RETREAT

# --- REQUEST
urge, appeal, demand, request, ask, call_on, call_for, press, plead, beg, insist, exhort, implore, beseech, lobby, petition, order, instruct, require, seek, apply, solicit, want, push, pressure, prod, nudge, clamour, clamor, entreat, coax, advise, recommend, persuade, counsel, remind, oblige, pressurise, pressurize, expect, command, summon, bid, enjoin, call_upon, subpoena, adjure, press_for, agitate, campaign, direct, compel, lean_on, pray, canvass, importune, requisition => REQUEST
call ~on/~upon/~for => REQUEST
appeal ~to/~for => REQUEST
ask, demand, seek, request, urge @aid/@agreement/@talks/@right/@support/release/@truce/extradition/apology/withdrawal/action => REQUEST
make, issue, lodge, submit, file, send, reiterate, renew, present, launch, put_forward, repeat, raise @request/demand/appeal/call/plea/petition/request ~for/~to/~that => REQUEST
make, issue, reiterate, renew @appeal/appeal/demand/plea => REQUEST
put, exert, bring, increase, mount, intensify, step_up, pile, heap, keep_up @pressure/pressure => REQUEST
seek @asylum/asylum/refuge/shelter/help/aid/support/backing/mediation/membership/apology/extradition/compensation/meeting/talks/clarification/explanation => REQUEST
seek, take @refuge/refuge ~in/~from/~at => REQUEST
want, need, require +to => REQUEST
insist, demand, ask, urge, request +that => REQUEST
propose @talks/@truce/~ceasefire => REQUEST
press ~for/~to => REQUEST
push ~for/~to => REQUEST
ask => REQUEST

# --- ACCUSE
accuse, condemn, criticize, criticise, denounce, blame, decry, deplore, blast, slam, lambast, lambaste, castigate, rebuke, reprimand, censure, chide, rap, assail, berate, lash_out, lash, bash, scold, chastise, admonish, rail, rip, fault, disparage, deride, ridicule, mock, insult, scorn, vilify, demonise, demonize, malign, smear, slander, discredit, excoriate, reproach, upbraid, complain, protest_to, bemoan, lament, allege, implicate, suspect, sue, indict, charge, prosecute, impeach, investigate, probe, convict, try, arraign, subpoena, incriminate, cross-examine, question, interrogate, grill, query, reprove, brand, label, dub, liken, compare, finger, point_finger, call_out, take_issue, attribute, disapprove, pan, scoff, sneer, hit_out, inveigh, fulminate, skewer, savage, pillory, vituperate, belittle, besmirch, tarnish, audit, scrutinise, scrutinize, monitor, inspect, examine, inquire, look_into, grumble, carp, gripe, disavow, flay, bristle, fume, seethe, resent, reprehend, impugn, defame, tear_into, dress_down, tell_off, hit_back, fire_back, deprecate, execrate, dishonor, taunt, jeer, boo, heckle, troll, stigmatise, stigmatize, scapegoat, object_to, name, cite, review, find => ACCUSE
accuse, charge, blame, allege, indict, suspect, convict, try => ACCUSE/allege
sue, prosecute, indict, impeach, arraign, charge, try, convict => ACCUSE/legal
investigate, probe, inquire, audit, look_into, inspect, examine, question, scrutinize, scrutinise, monitor, review => ACCUSE/investigate
launch, open, begin, start, conduct, order, announce, initiate, reopen, continue, lead, set_up, carry_out @probe => ACCUSE/investigate
file, bring, lodge, press, initiate, lay, level, submit, mount, approve, take, prepare, institute, pursue, start, launch, open, face @charge => ACCUSE/legal
file, bring, lodge ~lawsuit/~complaint/~suit/~case/~charge => ACCUSE/legal
take ~court/~trial => ACCUSE/legal
put ~trial => ACCUSE/legal
find @guilty/guilty/~guilty => ACCUSE/legal
plead => REQUEST
express, voice, show, raise, convey, reiterate, register, state, share @concern => ACCUSE/disapprove
lodge, file, deliver, send, issue, hand @protest/protest/complaint/note => ACCUSE/disapprove
level, make, repeat, hurl @accused => ACCUSE/allege
attack, hit, target @idea => ACCUSE/disapprove
attack ~debate/~verbally/~speech/~parliament/~critic/~twitter/~tweet/~rhetoric => ACCUSE/disapprove
strike, hit, lash ~out => ACCUSE/disapprove
hold @responsible/responsible/accountable => ACCUSE
call ~liar/~terrorist/~unacceptable/~dictator/~traitor/~illegal/~provocation/~dangerous/~disgrace/~regime/~genocide => ACCUSE/disapprove
describe, brand, label ~as => ACCUSE/disapprove
describe => SAY
issue @warrant/warrant/indictment/subpoena/summons => ACCUSE/legal
level, point, lay, put, place, shift, pin @blame/blame/finger/charge/criticism => ACCUSE
name => NONE
find, cite, compare, try => NONE
extradite ~charge/~trial/~face => ACCUSE
approve, order @extradition/extradition/prosecution/indictment/impeachment => ACCUSE
summon @ambassador/ambassador/envoy/diplomat => ACCUSE/disapprove

# --- REJECT
reject, refuse, decline, deny, veto, rebuff, spurn, oppose, dismiss, rule_out, turn_down, block, defy, snub, shun, ignore, repudiate, disregard, resist, object, disagree, renege, refute, disobey, flout, violate, breach, break, contravene, shelve, scorn, balk, baulk, thwart, overrule, override, contradict, dispute, contest, rebut, brush_aside, brush_off, throw_out, vote_down, negate, withhold, obstruct, foil, stonewall, stymie, torpedo, scuttle, scupper, nix, quash, dodge, evade, forswear, disclaim, disown, abjure, bridle, eschew, pooh-pooh, frustrate, delay, postpone, stall, defer, derail, hinder, hamper, impede, fail, neglect, walk_away, abstain, refrain, rebel, walk_out, strike_down, hold_out, bypass, sidestep, circumvent, prevent => REJECT
reject, refuse, decline, deny, turn_down, dismiss, rule_out, ignore, rebuff, spurn, oppose, block, veto, resist, defy @request/@talks/@aid/@agreement/@vote/entry/access/extradition => REJECT
refuse, decline, hesitate +to => REJECT
vote ~against => REJECT
vote ~reject => REJECT
break, violate, breach, flout, ignore, contravene, defy, disregard @rule => REJECT/defy
abandon, scrap, tear_up, renounce, abrogate, nullify, quit, leave, exit, cancel, ditch, repudiate, void, annul, shred, revoke @agreement => REJECT
withdraw, pull_out, pull, walk_out, back_out, exit, drop_out, walk_away ~agreement/~treaty/~accord/~pact/~deal/~convention => REJECT
say ~no => REJECT
deny @visa/permission/access/request/entry/asylum/bail => REJECT
deny @accused/involvement/charge/claim/report/responsibility/wrongdoing/allegation/link/role => REJECT/deny
deny => REJECT
stand ~firm/~against => REJECT
strike_down, overturn, annul, invalidate, throw_out @law/law/ruling/decision/appeal/petition => REJECT
uphold, confirm @conviction/sentence/ban/verdict => REJECT
bar, ban, prevent, stop, block ~enter/~from => COERCE
block @resolution/resolution/bill/motion/proposal/plan/deal/legislation/agreement/sale/appointment/nomination => REJECT
block @road/road/highway/street/bridge/traffic/railway/entrance/railroad => PROTEST/obstruct
block @website/website/site/facebook/twitter/internet/access/account => COERCE/censor
cancel, postpone, call_off, delay, put_off @talks => REJECT
delay, postpone, put_off => REJECT

# --- THREATEN
threaten, warn, menace, intimidate, blackmail, caution, bully, forewarn, bluster, saber-rattle, browbeat => THREATEN
issue, give, deliver, set, send, make, serve, repeat @warning => THREATEN
point, brandish, aim, train @missile/missile/weapon/gun => THREATEN
issue @ultimatum/ultimatum/deadline => THREATEN/ultimatum
warn ~travel/~tourist => SANCTION
vow @revenge/revenge/retaliation/vengeance => THREATEN
give ~deadline/~hour => THREATEN/ultimatum
keep @option/option ~table => THREATEN
reserve @right/right => THREATEN

# --- PROTEST
protest, demonstrate, march, riot, rally, picket, strike_for, walk_off, mutiny, revolt, rebel, chant, parade, loot, stampede, rise_up, overthrow, topple, down_tool, burn_effigy, sit_in => PROTEST/demo
strike ~for/~over/~wage/~pay/~worker => PROTEST/strike
go, launch, begin, stage, call, join, hold, declare, start, continue, plan, mount, resume ~strike/~hunger ~worker/~hunger/~wage/~pay/~union/~general/~condition/~teacher/~nurse/~employee => PROTEST/strike
go ~strike => PROTEST/strike
walk ~out/~off ~job/~work => PROTEST/strike
stop, down @work/work/tool => PROTEST/strike
stage, hold, organise, organize, launch, join, lead, mount, begin, take_part, call, continue, attend, start, participate @protest/~protest/~demonstration/~march/~rally/~sit-in => PROTEST/demo
take ~street => PROTEST/demo
pour, flood, spill ~street => PROTEST/demo
gather, assemble, camp, converge ~outside/~square/~front/~demand/~protest => PROTEST/demo
burn, torch, set ~flag/~effigy/~tyre/~tire => PROTEST/demo
shout, chant @slogan/slogan => PROTEST/demo
riot, loot, rampage, ransack, vandalise, vandalize => PROTEST/riot
overthrow, topple, depose, oust @president/president/government/ruler/regime/king/leader/minister => PROTEST/coup
seize @power/power => PROTEST/coup
boycott @election/class/vote/parliament/session/poll/lecture => PROTEST/boycott
throw, hurl, pelt @stone/stone/rock/egg/bottle/petrol/molotov/shoe => PROTEST/riot
rally => PROTEST/demo

# --- SANCTION
sanction, boycott, embargo, blacklist, expel, sever, penalize, penalise, punish, ostracise, ostracize, isolate, delist, recall, downgrade, cut_off, suspend, freeze, discontinue, halt, terminate, break_off, call_off, withhold, curtail, scale_back, pull_out_of, bar, oust, exclude, debar, stop, end, interrupt, de-recognize, derecognize, curb => SANCTION
impose, slap, levy, extend, tighten, reimpose, re-impose, renew, toughen, announce, apply, adopt, approve, strengthen, enforce, reinstate, introduce, maintain, prolong, keep, target, issue, expand, unveil, place, put, clamp, widen, snap_back, order @sanction/~sanction/~embargo/~tariff => SANCTION
impose @sanction => SANCTION
impose, slap, announce, adopt, extend ~freeze => SANCTION
impose @ban/ban ~import/~export/~trade/~travel/~visa/~product/~good => SANCTION
ban, restrict, halt, suspend, block, curb, stop, cut, limit, bar, prohibit @import/import/export/trade/sale/shipment/flight/purchase/product/supply/gas/oil/delivery => SANCTION/economic
cut, suspend, halt, stop, freeze, withhold, end, reduce, cancel, slash, block, discontinue, terminate, cut_off, trim, pull, withdraw, interrupt, pause, hold_back @aid => SANCTION/economic
suspend, cut, halt, stop, freeze, end, cancel, withdraw ~aid/~assistance/~funding/~loan => SANCTION/economic
break, sever, cut, suspend, downgrade, freeze, end, cut_off, break_off, rupture, reduce, terminate, scale_back, curtail, halt @tie/relation/link/contact => SANCTION/diplomatic
suspend, halt, freeze, end, stop, terminate, break_off, cancel, call_off, scale_back, cut, pull_out, discontinue, curtail @cooperation/cooperation/exercise/mediation/@mediator/patrol => SANCTION
suspend, halt, break_off, end, walk_out, freeze, quit, call_off, abandon, discontinue, stop, leave, pull_out, withdraw @talks/~talk/~negotiation => SANCTION/diplomatic
expel, recall, withdraw, eject, throw_out, kick_out, declare, banish @expelled => SANCTION/diplomatic
close, shut, shut_down, shutter @post_holder => SANCTION/diplomatic
close, shut, seal @border/border/airspace/crossing/frontier => SANCTION
suspend, expel, exclude, bar ~membership/~union/~commonwealth/~organization/~league => SANCTION
freeze, block, seize @asset/asset/account/fund/property => SANCTION/economic
revoke, cancel, withdraw @visa => SANCTION
withdraw, pull_out, pull, quit, leave, exit ~organization/~organisation/~union/~council/~agency/~coalition/~league/~bloc/~mission => SANCTION
recall @ambassador/ambassador/envoy/@post_holder => SANCTION/diplomatic
issue @advisory/advisory/alert/~travel => SANCTION
cancel, call_off, scrap, postpone @visit/visit/trip/summit/meeting => REJECT
withdraw @support/support/recognition/backing => SANCTION
stop, end, halt => NONE
cut => NONE
pull_out => RETREAT
fine => COERCE

# --- MOBILIZE
mobilize, mobilise, deploy, reinforce, mass, amass, redeploy, rearm, remilitarize, fortify, call_up, beef_up, militarize, position, station, gear_up, muster, brace, conscript, militarise => MOBILIZE
deploy, send, dispatch, move, move_in, send_in, rush, position, station, mass, amass, concentrate, gather, increase, strengthen, reinforce, bolster, mobilise, mobilize, augment, boost, build_up, intensify, pour, place, put, order, call_up, assemble, activate, shift, muster, bring, beef_up, double, add @troop => MOBILIZE/troops
deploy, position, station, install, test, test-fire, test-launch, parade, develop, acquire, aim, move, place @weapon => MOBILIZE/weapons
put, place, go, raise, remain, stay, be, keep, stand ~alert/~standby => MOBILIZE/alert
tighten, increase, step_up, beef_up, strengthen, boost, heighten @security/security/patrol/defence/defense/border => MOBILIZE/police
mobilize, mobilise, deploy, dispatch, send @police/police/policeman/officer => MOBILIZE/police
test, launch, fire, test-fire @missile/missile/satellite/warhead/device => MOBILIZE/weapons
rally @supporter/supporter/troop => MOBILIZE
build_up @troop => MOBILIZE/troops
raise @alert/alert/readiness/level => MOBILIZE/alert

# --- COERCE
arrest, detain, jail, imprison, incarcerate, deport, evict, seize, confiscate, repress, suppress, censor, crack_down, clamp_down, ban, outlaw, sentence, extort, coerce, force, interrogate, round_up, raid, search, disperse, purge, intern, apprehend, capture, banish, exile, persecute, harass, disqualify, dissolve, quarantine, muzzle, gag, silence, shut_down, impound, expropriate, nationalize, nationalise, demolish, raze, bulldoze, displace, fine, tax, deprive, spy, wiretap, bug, eavesdrop, surveil, hack, subjugate, oppress, stifle, quell, put_down, tear-gas, restrict, prohibit, block_in, commandeer, nab, take_custody, uproot, cordon, cordon_off, extirpate, indoctrinate, intercept, ticket, remand, hold, restrain, lock_up, book, pick_up, handcuff, strip, enslave, disenfranchise, stop_and_search, impose, jam, deface, turn_away, turn_back, close, shut, bust, nick, collar => COERCE
arrest, detain, jail, imprison, incarcerate, apprehend, capture, round_up, intern, remand, lock_up, nab, sentence, hold, pick_up => COERCE/arrest
deport, expel, exile, banish, evict, displace, turn_back => COERCE/deport
expel @refugee/worker/immigrant/student/teacher/priest/missionary/journalist/foreigner/people/resident => COERCE/deport
seize, confiscate, impound, expropriate, nationalize, nationalise, commandeer, demolish, raze, bulldoze => COERCE/seize
seize @property/@ship/tanker => COERCE/seize
ban, outlaw, prohibit, disqualify, dissolve, bar, restrict => COERCE/ban
ban, bar, outlaw, dissolve, suspend, proscribe, disband, deregister @dissolve/party/candidate/politician/newspaper/channel/broadcast/rally/protest/demonstration/organisation/@person => COERCE/ban
censor, muzzle, gag => COERCE/censor
close, shut, shut_down, suspend, block, jam, shutter, pull @newspaper/newspaper/station/broadcaster/channel/website/radio/publication/school/office/university/internet/outlet/licence/license/mosque/church/twitter/facebook => COERCE/censor
suspend ~publication/~newspaper/~licence/~license/~constitution => COERCE/censor
impose, declare, announce, extend, enforce, order, decree, reimpose, introduce, slap, maintain, prolong @emergency => COERCE/curfew
impose, decree @restriction/restriction/ban/tax/fine/rule/law/limit/control/censorship/order => COERCE/ban
declare ~emergency/~siege/~martial/~curfew => COERCE/curfew
use, fire, deploy, lob @force/@gas/tear/gas/cannon/truncheon/baton => COERCE/repress
fire ~tear => COERCE/repress
take ~custody/~into ~custody => COERCE/arrest
hold ~custody/~prison/~jail/~cell/~detention => COERCE/arrest
hold => NONE
order @arrest/arrest/detention/jail/evacuation/eviction/closure => COERCE
sentence => COERCE/arrest
place, put, keep, throw, send ~arrest/~custody/~jail/~detention/~prison/~surveillance/~bar => COERCE/arrest
break_up, disperse, crush, quell, put_down, suppress, crack_down, clamp_down @protest/@person/demonstration/rally/crowd/uprising/revolt/dissent => COERCE/repress
search, raid @home/home/house/office/headquarters/premise/apartment/mosque/flat => COERCE/raid
hack, spy, wiretap, bug, eavesdrop, surveil => COERCE/cyber
hack, breach @system/network/website/email/account/server/computer => COERCE/cyber
cut, shut_off, cut_off @electricity/electricity/power/water/internet/gas => COERCE
force => COERCE
force +to => COERCE
demolish, raze, bulldoze @house/home/building => COERCE/seize
fine => COERCE
strip, revoke ~citizenship/~nationality/~immunity/~title => COERCE
impose => COERCE
collect, raise, hike @tax/tax => COERCE
close, shut => NONE
search => COERCE/raid

# --- ASSAULT
attack, kill, bomb, shell, murder, assassinate, massacre, abduct, kidnap, hijack, torture, rape, behead, execute, shoot, stab, wound, injure, maim, ambush, invade, bombard, assault, strafe, storm, occupy, conquer, destroy, slaughter, slay, gun_down, shoot_down, shoot_dead, mow_down, pound, blow_up, hit, strike, fight, clash, battle, skirmish, target, raid, fire, open_fire, besiege, overrun, annihilate, exterminate, beat, beat_up, mug, lynch, hang, crucify, burn, torch, gas, poison, mine, blockade, torpedo, sink, strike_at, combat, fire_on, fire_at, ram, intrude, trespass, penetrate, infiltrate, annex, counterattack, retaliate, rout, repel, down, neutralise, neutralize, eliminate, liquidate, cripple, ravage, devastate, sabotage, brutalize, brutalise, mutilate, electrocute, molest, whip, flog, cane, strangle, suffocate, duel, brawl, lob, pepper, explode, detonate, go_off, wreck, damage, shatter, desecrate, terrorise, terrorize, victimize, encroach, pummel, blitz, crush, decapitate, immolate, starve, take_hostage, snatch, nuke, maul, club, manhandle, scuffle, kick, punch, slap, flatten, harm, hurt => ASSAULT
attack, assault, ambush, hit, strike, raid, storm => ASSAULT
kill, murder, massacre, slay, slaughter, shoot, gun_down, execute, behead, assassinate => ASSAULT/kill
abduct, kidnap, hijack, take_hostage, snatch => ASSAULT/abduct
take, hold, seize ~hostage/~captive => ASSAULT/abduct
bomb, shell, bombard, strafe, blow_up, pound => ASSAULT/explosives
torture, rape, beat, flog => ASSAULT/torture
carry_out, launch, conduct, mount, stage, unleash, order, commit, make, begin, start, resume, continue, intensify, perpetrate, step_up, execute, fire, claim, press, pursue, wage, direct, lead, use @attack => ASSAULT
fire, launch, lob, drop, rain, shoot, hurl, throw, send, hit, open, exchange @hit/fire => ASSAULT/explosives
fire ~at/~on/~into/~toward/~towards/~rocket/~missile/~shot/~mortar => ASSAULT
open @fire => ASSAULT/firearms
fire, dismiss @minister/official/worker/employee/chief/staff => NONE
detonate, set_off, plant, explode @bomb/device/explosive/mine/@bomb => ASSAULT/explosives
capture, seize, occupy, retake, take, overrun, conquer, recapture, wrest, storm, control, take_over @base/@base/control => ASSAULT/territory
seize, take, capture ~control => ASSAULT/territory
cross, violate, penetrate, enter @border/airspace/waters => ASSAULT
impose, maintain, enforce, tighten @blockade/blockade/siege/no-fly => ASSAULT/blockade
commit @genocide/genocide/atrocity/crime/murder/suicide/massacre/atrocities/abuse => ASSAULT
exchange @fire/gunfire/shot => ASSAULT
strike => ASSAULT
strike @chord/balance/tone => NONE
declare @war/war => ASSAULT
go ~war => ASSAULT
set ~fire/~ablaze => ASSAULT
open_fire => ASSAULT/firearms
shoot_down, down @plane/plane/jet/helicopter/aircraft/drone => ASSAULT
down => ASSAULT
target => ASSAULT
target ~sanction/~tariff => SANCTION
hit ~sanction/~tariff => SANCTION
hit ~rocket/~missile/~bomb/~shell/~strike => ASSAULT
combat, fight, tackle, battle @problem/corruption/poverty/inflation/climate/pandemic/virus/disease/fire/flood/hunger/crime/epidemic => NONE
beat, defeat, crush, thrash, edge ~match/~game/~goal/~cup/~league/~final => NONE
kill, injure, hurt ~earthquake/~quake/~flood/~crash/~accident/~storm/~cyclone/~virus/~landslide => NONE
hit ~earthquake/~quake/~storm/~record/~low/~high/~typhoon => NONE
burn, destroy, damage ~wildfire/~storm/~earthquake => NONE
mine ~coal/~gold/~copper => NONE

# --- verbs that mean this with an object only, or only in one frame
return => NONE
return +obj => RETREAT/return
quit, leave => NONE
surrender, capitulate => RETREAT
resign, abdicate, step_down, step_aside => RETREAT/resign
free, release, liberate, repatriate, parole => RETREAT/release
hold_back, wait => NONE
shorten, lighten @ban/@emergency/sentence => CONCEDE/ease
open_up => CONCEDE
challenge, question, doubt, second-guess, rubbish, debunk => ACCUSE/disapprove
challenge @troop/@base => ASSAULT
say, state, declare, claim, insist ~responsible => ACCUSE/allege
call, press ~for ~sanction/~sanctions/~investigation/~probe/~inquiry/~prosecution/~trial/~impeachment/~boycott => ACCUSE
find ~guilty => ACCUSE/legal
seek @sentence/sentence/conviction/indictment/extradition/penalty/jail => ACCUSE/legal
lead, launch, make, mount, level @attack ~verbal/~scathing/~personal/~blistering/~stinging/~fierce/~extraordinary/~veiled/~rhetorical => ACCUSE/disapprove
offer, deliver, voice, express, direct, draw, level, heap, make, issue, air, unleash @criticism/criticism/rebuke/condemnation => ACCUSE/disapprove
attack @idea => ACCUSE/disapprove
send, deploy, contribute, dispatch, provide, commit, arrive, deploy ~peacekeeping/~peacekeeper/~peacekeepers => AID/peacekeeping
deploy => MOBILIZE
fly @aid => AID
give, offer, provide ~asylum/~shelter/~refuge/~sanctuary => AID/asylum
open @border/door ~refugee/~migrant/~displaced/~people => AID/asylum
force_out, drive_out, chase_out, throw_out @person/@refugee/resident/family => COERCE/deport
force_out, drive_out => ASSAULT
shun, boycott, refuse @work/class/lecture => PROTEST/strike
remind, admonish => REQUEST
issue, give, send @reminder/reminder/call/directive/order => REQUEST
press, push, lean ~on => REQUEST
remain_in, hail_from => NONE
need, want, expect, require, seek, like, hope => NONE
want, need, require +to => REQUEST
seek +obj => REQUEST
want @aid/@agreement/@talks/@right/@support/release/@truce/extradition/apology/withdrawal/action/end => REQUEST
host => CONSULT/host
see, watch, witness => NONE
move, work, act, serve, appear, become, remain, live, use => NONE
order ~suspend/~close/~shut/~jail/~imprison/~arrest/~detain/~evict/~deport/~freeze/~disband/~dissolve => COERCE
use, hold, take, keep ~shield => ASSAULT
call +obj => CONSULT/phone
call +that => ACCUSE/disapprove
call ~for => REQUEST
arrive, serve, participate, deploy, operate, land, patrol ~peacekeeping/~peacekeeper/~unifil/~unmiss => AID/peacekeeping
arrive, serve, deploy, land, patrol ^peacekeeper/peacekeeping => AID/peacekeeping
agree @agreement => SUPPORT/sign
agree ~draft/~text => SUPPORT/sign
sign @reform/decree/order/law/bill/legislation => NONE
sign decree/order/law/bill/legislation ~citizenship/~pardon/~amnesty/~release/~autonomy => CONCEDE
approve, order, sign @right/release/pardon/amnesty/clemency => CONCEDE
give, grant ~approval/~permission/~mandate/~clearance => CONCEDE
join ~meeting/~talk/~summit/~dinner => CONSULT/meet
add @aid => AID
consist ~aid/~relief/~supply => AID
adopt, approve, extend ~mandate/~mission => SUPPORT
come ~from ^donation/aid/assistance => AID
congratulate, apologize, apologise => SUPPORT
call, phone, telephone, ring ~congratulate/~apologize/~apologise/~thank => SUPPORT
call, phone, telephone, ring ~support ~express => SUPPORT
express, voice, convey ~support => SUPPORT
violate, breach, break, break_down @truce => ASSAULT

# --- nature acts on nobody
strike, hit, kill, injure, cut, cut_off, damage, destroy, devastate, shake, batter, lash, pound, sweep, ravage, claim, flood, flatten, wreck, rattle, displace, threaten, force, attack, disrupt, leave, close, halt, burn, shut, hurt, wound, pummel, slam, displace ^earthquake/quake/tremor/tsunami/storm/typhoon/hurricane/cyclone/flood/flooding/tornado/drought/wildfire/blizzard/landslide/avalanche/volcano/eruption/rain/heatwave/virus/pandemic/epidemic/outbreak/disease/cholera/ebola/accident/crash/weather/snow/wave/mudslide/wind/monsoon => NONE
attack, hit, target, slam, tear, pan @idea ~parliament/~speech/~senate/~debate => ACCUSE/disapprove
return ~talk/~talks/~negotiation/~table => CONSULT/meet
evacuate @refugee/@person/national => AID
rescue, evacuate wounded/injured/@refugee => AID

# --- refusals and denials that lead on to what is refused or denied
fail, neglect, forget, omit +to => PASS
deny, dispute, refute, disclaim +that/+ing => PASS
deny, reject, dismiss, refute, rebut @accused +noun => PASS
accept => AGREE
attack, assail ^parliament/senate/lawmaker/opposition/senator/columnist/editorial/newspaper/critic/candidate/deputy/congressman => ACCUSE/disapprove
attack, kill, bomb ^militant/gunman/troop => ASSAULT
commence, spearhead, administer, proclaim => LIGHT
assure, reassure => SUPPORT
steal, misappropriate, loot, embezzle => COERCE/seize

# --- trade and lists
remove, strike, drop, exclude, delist, oust, cut, expel ~list/~whitelist/~programme/~program/~scheme => SANCTION/economic
remove ~blacklist/~watchlist => CONCEDE/ease
put, place, add ~blacklist/~list/~watchlist => SANCTION/economic
tighten, restrict, curb, impose, toughen @import/import/export/trade/control/rule/~export/~import => SANCTION/economic
announce tightening/removal/exclusion/restriction/curb/control/suspension => SANCTION/economic
decide ~against => REJECT
halt, drop, withdraw, suspend @charge/complaint => CONCEDE
release water/wastewater/gas/statement/album/film/figure/data/report/video/picture/map/wine/oil => NONE
demonstrate @weapon => MOBILIZE/weapons

combat, fight, tackle, battle covid-19/covid/coronavirus/blaze/wildfire/extradition/charge/case/ban/infection/outbreak/cancer/ebola/malaria/drug/trafficking/discrimination/racism => NONE
plead guilty/~guilty => NONE
