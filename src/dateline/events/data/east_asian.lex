# Predicates of Japanese, Korean and Chinese: language, event type, and the words as they stand
# in text, separated by blanks. A word ends where its ending begins, so that every tense is met.
ja CONSULT/meet: 会談 首脳会談 協議し 協議を行 話し合 面会 対話し 意見交換 会合を開 会見した 電話協議 電話会談
ja CONSULT/host: 迎え 招き 出迎え
ja CONSULT/visit: 訪問 訪れ 来日 訪中 訪韓 訪米 訪日 訪朝 訪ロ
ja AGREE: 合意 約束し 同意し 一致した 一致し 受け入れを表明
ja SUPPORT: 支持 歓迎 称賛 評価した 署名 調印 承認 謝罪 哀悼 祝意 感謝
ja COOPERATE: 共同訓練 合同演習 共同演習 連携し 協力し
ja AID: 支援し 援助 供与 無償資金 提供し 派遣した医
ja CONCEDE: 解除 緩和 譲歩 恩赦
ja RETREAT/release: 釈放 返還
ja RETREAT/resign: 辞任
ja RETREAT: 撤退 撤収 停戦 武装解除 降伏
ja REQUEST: 要求 求めた 求める 要請 呼びかけ 促した
ja ACCUSE: 非難 批判 抗議 反発 起訴 告発 遺憾の意 提訴 捜査
ja REJECT: 拒否 拒絶 否定 却下 断った 反対し 応じない
ja THREATEN: 警告 威嚇 脅 けん制 牽制
ja PROTEST: デモ ストライキ 抗議集会 暴動
ja SANCTION: 制裁 輸出を制限 輸出規制 禁輸 追放 断交 召還 輸入停止 関税を課 輸出禁止
ja MOBILIZE: 配備 派兵 増派 発射 部隊を展開 動員 臨戦態勢
ja COERCE: 逮捕 拘束 拘留 弾圧 没収 封鎖 戒厳令 強制送還 家宅捜索
ja ASSAULT: 攻撃 空爆 爆撃 砲撃 侵攻 殺害 銃撃 襲撃 拉致 暗殺 爆破 占領 交戦
ko CONSULT/meet: 정상회담 회담 협의 면담 만나 만났 대화를 통화 논의했 논의하
ko CONSULT/visit: 방문 방한 방일 방중 방미 순방
ko CONSULT/host: 초청해 맞이 영접
ko AGREE: 합의 약속했 동의했 하기로 받아들였
ko SUPPORT: 지지 환영 서명 승인 사과 애도 축하 감사
ko COOPERATE: 연합훈련 합동훈련 공조 협력하
ko AID: 지원했 원조 제공했 지원하
ko CONCEDE: 해제 완화 양보 사면
ko RETREAT/release: 석방 반환
ko RETREAT/resign: 사임
ko RETREAT: 철수 휴전 항복 무장해제
ko REQUEST: 요구 촉구 요청
ko ACCUSE: 비난 비판 항의 규탄 기소 고발 유감을
ko REJECT: 거부 거절 부인 반대
ko THREATEN: 경고 위협 협박
ko PROTEST: 시위 파업 집회 폭동
ko SANCTION: 제재 수출을 제한 수출규제 금수 추방 단교 소환 수입을 금지 관세를 부과
ko MOBILIZE: 배치 파병 증파 발사 동원
ko COERCE: 체포 구금 탄압 압수 봉쇄 계엄 추방
ko ASSAULT: 공격 공습 폭격 포격 침공 살해 총격 납치 암살 점령 교전
zh CONSULT/meet: 会谈 會談 会晤 會晤 会见 會見 磋商 商谈 通电话 通話 通话 举行首脑会
zh CONSULT/visit: 访问 訪問 国事访问 前往 到访 出访 访华 访日 访韩 访美
zh CONSULT/host: 接待 迎接
zh AGREE: 达成一致 达成协议 達成協議 同意 承诺 商定
zh SUPPORT: 支持 欢迎 歡迎 签署 簽署 批准 道歉 祝贺 赞扬 慰问 感谢
zh COOPERATE: 联合演习 联合军演 合作开展 共同开展
zh AID: 援助 捐赠 提供贷款 运送物资
zh CONCEDE: 解除 放宽 让步 赦免
zh RETREAT/release: 释放 釋放 归还
zh RETREAT/resign: 辞职 辭職
zh RETREAT: 撤军 撤出 停火 投降 解除武装
zh REQUEST: 要求 呼吁 呼籲 敦促 请求
zh ACCUSE: 谴责 譴責 批评 批評 抗议 抗議 指责 指責 起诉 控告 不满
zh REJECT: 拒绝 拒絕 否认 否認 反对 反對
zh THREATEN: 警告 威胁 威脅 恐吓
zh PROTEST: 示威 罢工 罷工 游行 骚乱
zh SANCTION: 制裁 限制出口 禁运 驱逐 断交 召回 加征关税 出口管制
zh MOBILIZE: 部署 增兵 发射 發射 动员 集结
zh COERCE: 逮捕 拘留 拘捕 镇压 没收 封锁 戒严 扣押 遣返
zh ASSAULT: 袭击 襲擊 空袭 轰炸 炮击 入侵 杀害 枪击 绑架 暗杀 占领 交火 攻击 攻擊
