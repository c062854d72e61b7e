# What an event is about, beside what is done: PLOVER's contexts (names as in its manual and in
# POLECAT's). English words are lemmas, a phrase joined by "_"; after "|" come words of Japanese,
# Korean and Chinese, looked for as they stand. A word of a sentence that tells of an event gives
# the event the context.
military: army military troop soldier navy naval warship missile tank artillery drone brigade battalion airstrike air_strike air_force defence defense warplane fighter_jet weapon arms ammunition war frontline front_line drill exercise submarine | 軍 ミサイル 自衛隊 防衛 艦 군 미사일 국방 군사 함정 军 軍 导弹 導彈 国防 國防 舰
economic: trade tariff export import economy economic investment market bank central_bank currency debt loan finance financial tax subsidy budget inflation price wage company industry supply_chain free_trade customs | 貿易 経済 関税 投資 輸出 輸入 金融 무역 경제 관세 투자 수출 수입 금융 贸易 貿易 经济 經濟 关税 關稅 投资 出口 进口
diplomatic: ambassador embassy envoy diplomat diplomatic diplomacy consul consulate foreign_minister foreign_ministry summit bilateral trilateral treaty state_visit communique | 大使 外交 外相 首脳会談 条約 대사 외교 외무 정상회담 조약 大使 外交 外长 外長 峰会 峰會 条约 條約
resource: oil crude pipeline river mineral mining rare_earth fishery fishing fish lithium electricity grid power_plant coal uranium_mine grain wheat natural_gas gas_pipeline gas_field water_supply hydropower dam | 石油 天然ガス 漁業 資源 レアアース 電力 석유 가스 어업 자원 희토류 전력 石油 天然气 渔业 漁業 资源 稀土 电力
environment: climate emission carbon pollution environment environmental deforestation biodiversity conservation wildfire_smoke greenhouse_gas | 気候 排出 環境 기후 배출 환경 气候 氣候 排放 环境 環境
culture: culture cultural museum heritage artefact artifact temple monument film festival sport olympics | 文化 博物館 遺産 寺院 문화 박물관 유산 사찰 文化 博物馆 博物館 遗产 遺產
religion: church mosque temple religious religion priest bishop imam cleric rabbi pope shrine synagogue pilgrim | 宗教 教会 神社 モスク 종교 교회 신사 이슬람 사원 宗教 教堂 清真寺 神社
disease: virus epidemic pandemic outbreak disease infection vaccine cholera ebola quarantine influenza health_ministry | 感染 ウイルス ワクチン 疫病 감염 바이러스 백신 전염병 疫情 病毒 疫苗 传染 傳染
disaster: earthquake quake flood typhoon hurricane cyclone tsunami landslide drought wildfire eruption famine avalanche aftershock rescue_worker | 地震 洪水 台風 津波 噴火 干ばつ 지진 홍수 태풍 쓰나미 가뭄 산불 地震 洪水 台风 颱風 海啸 海嘯 干旱
migration: migrant migration refugee asylum deportation border_crossing displaced resettlement visa expatriate camp_resident | 移民 難民 亡命 이민 난민 망명 이주 移民 难民 難民 庇护 庇護
legal: court judge trial verdict lawsuit prosecutor conviction sentence tribunal indictment supreme_court ruling lawyer extradition warrant | 裁判 判決 起訴 検察 재판 판결 기소 검찰 法院 判决 判決 起诉 起訴 检察
crime: gang crime criminal murder robbery smuggling trafficking cartel kidnapping police_raid organised_crime organized_crime organise_crime organize_crime | 犯罪 密輸 暴力団 범죄 밀수 마약왕 犯罪 走私 黑帮
illegal_drugs: drug narcotic cocaine heroin fentanyl methamphetamine opium cartel | 麻薬 覚醒剤 마약 毒品
corruption: corruption bribe bribery embezzlement graft kickback money_laundering slush_fund | 汚職 贈賄 収賄 부패 뇌물 횡령 贪污 貪污 贿赂 賄賂 腐败
human_rights: torture detention_camp political_prisoner disappearance free_speech press_freedom forced_labour forced_labor atrocity genocide human_right right_abuse rights_abuse force_labour force_labor | 人権 拷問 強制労働 徴用 慰安婦 인권 고문 강제노동 강제징용 위안부 人权 人權 酷刑 强迫劳动
reparations: reparation compensation apology comfort_woman restitution wartime_labour wartime_labor forced_labor_victim | 賠償 補償 謝罪 배상 보상 사과 赔偿 賠償 道歉
election: election vote ballot poll candidate electoral referendum turnout constituency runoff inauguration election_campaign presidential_campaign | 選挙 投票 候補 선거 투표 후보 选举 選舉 投票 候选
legislative: parliament senate congress lawmaker legislature legislator national_assembly diet_session upper_house lower_house house_of_representative | 国会 議会 法案 衆院 参院 국회 의회 법안 国会 國會 议会 議會 法案 立法
executive: cabinet presidency executive_order coalition reshuffle head_of_government premiership resignation | 内閣 내각 内阁 組閣 조각 개각 组阁 組閣
territory: border territory territorial island disputed sovereignty annexation demarcation exclusive_economic_zone buffer_zone occupied_territory enclave airspace | 領土 領海 国境 主権 영토 영해 국경 주권 领土 領土 领海 边境 邊境 主权 主權 竹島 尖閣 독도 钓鱼岛 釣魚
terrorism: terrorist terrorism extremist militant suicide_bomber jihadist islamic_state boko_haram hostage qaeda shabab | テロ 過激派 테러 극단주의 恐怖 极端
cyber: hacker hack cyber cyberattack malware ransomware phishing internet_shutdown data_breach server | サイバー ハッカー 사이버 해킹 网络攻击 網路攻擊 黑客
cbrn: nuclear uranium plutonium enrichment warhead chemical_weapon nerve_agent radioactive reactor biological_weapon sarin novichok iaea | 原発 化学兵器 ウラン 화학무기 우라늄 化学武器 化學武器 铀 核兵器 核実験 核開発 核施設 非核化 핵무기 핵실험 핵개발 북핵 비핵화 핵시설 核武 核试 核試 核设施 核設施 无核化 無核化 核电 核電
intelligence: spy espionage intelligence_agency surveillance secret_service defector spying | スパイ 諜報 情報機関 간첩 첩보 정보기관 间谍 間諜 情报
peacekeeping: peacekeeper peacekeeping blue_helmet monitor_mission observer_mission | 平和維持 평화유지 维和 維和
technology: chip semiconductor satellite rocket artificial_intelligence technology telecom 5g quantum spacecraft space_agency battery_maker | 半導体 衛星 技術 人工知能 반도체 위성 기술 인공지능 半导体 半導體 卫星 衛星 技术 技術
education: school university student teacher education scholarship curriculum textbook | 学校 大学 教科書 教育 학교 대학 교과서 교육 学校 學校 大学 教科书 教科書 教育
gender: gender abortion sexual femicide feminist rape maternity woman_'s_right maternity_leave | 女性 性暴力 여성 성폭력 女性 妇女 婦女 性侵
lgbt: gay lesbian lgbt transgender homosexual same_-_sex | 同性 LGBT 동성 성소수자 同性
information: propaganda disinformation misinformation censorship journalist broadcaster newspaper media_outlet | 偽情報 報道 検閲 허위정보 언론 검열 虚假信息 媒体 媒體 审查
