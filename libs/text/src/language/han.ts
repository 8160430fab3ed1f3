/** Characters of the simplified script (PRC 1956, 1964) that Japanese does not write. */
const SIMPLIFIED =
  '们这为个来说时国过对发会样经么点开关见长门问间闻马车东乐书习买卖实现电脑网络话语识议论设计认让请谁调谈课读谢变该详误试诗证评词译记讲许训讯访诉诊农业产亿仅从众优伟传伤伦伪体价侠侣侥侦侧侨侩债倾储儿兑党兰兴养兽冈册写军冯冲决况冻净凉减凑几凤凭凯击凿刘则刚创删别刹剂剑剧劝办务动励劲劳势勋匀区医华协单占卢卫却厂厅历厉压厌厕厢厦县参双叙叠吁吕吗启吴呐呜员响哑哗哟唤啸喷嘱团园围图圆圣场坏块坚坛坝坞坟坠垄垒垦垫墙壮声壳处备复够头夸夹夺奋奖奥妆妇妈姗娇娱婴孙宁宝审宪宫宽宾寝寻导寿将尔尘尝尧层届属岁岂岗岛岭峡币帅师帐帘带帮广庄庆库应庙庞废异弃张弥弯弹强归当录彻径忆忧怀态怜总恋恒恶恼悬惊惧惨惩惯愤愿戏战户扑执扩扫扬扰抚抛抢护报担拟拢拣拥拦拨择挂挚挡挣挤挥捞损换据掷揽搁搂搅携摄摆摇摊敌数斋断无旧旷显晋晒晓暂术朴机杀杂权条杨杰极构枪柜标栈栋栏树档桥桨梦检楼榄横欢欧残毁毕毙气氢汇汉汤沟沪泪泻泼泽洁洒浅测济浑浓涂涌涛涝润涨渊渐渔渗温湾湿溃滚满滤滥滨灭灯灵灶灾炉炼炽烁烂烛烟烦烧热爱爷牵犹狭狮独狱猎猪猫献环玛玺琐瓯画畅疗疟疮疯痒瘫盏盐监盖盗盘着矫矿码砖础确碍礼祸离种积称稳穷窃窍窑窜窝竖竞笔笋筑筛筹签简篮类粮紧红纤约级纪纯纱纲纳纵纷纸纹纺线练组细织终绍经绑结绕绘给绝统绢绣继绩绪续绳维绵绸综绿缓编缘缝缠缩缴罗罚罢职联聪肃肠肤肿胀胁胆胜脉脏脚脱脸腊腻舆舰舱艰艳艺节芦苏苹范茎荐荣药莱莲获营萧葱蒋蓝虏虑虽虾蚀蚁蚂蛮蜡补衬袜袭装裤见观规视览觉触誉计订认讨让训议讯记讲许论讽设访证评识诈诉词译试诗诚话诞询该详语误诱说请诸诺读课谁调谅谈谊谋谎谓谜谢谣谦谨谱贝负贡财责贤败账货质贩贪贫购贯贱贴贵贷贸费贺贼资赋赌赏赐赔赖赚赛赞赠赢赵赶趋跃跨践踪车转轮软轰轻载轿较辅辆辈辉辑输辖辞边辽达迁过迈运还这进远违连迟适选递逻遗邓邮邻郑酱释里钉针钓钟钢钥钦钩钱钻铁铃铅铜银铺链销锁锅锋错锡锦键锻镇镜长门闪闭问闯闲间闷闹闻阀阁阅阔队阳阴阵阶际陆陈险随隐难雾静页顶项顺须顾顿预领颇频颗题颜额风飘飞饥饭饮饰饱饲饼馆马驰驱驳驶驻驾验骂骄骆骑骗骤鱼鲁鲜鸟鸡鸣鸭鸿鹅鹰麦黄齐齿龄龙龟';
/** Characters only Chinese keeps in their traditional form; Japan simplified them in 1946. */
const TRADITIONAL =
  '氣圖發對實檢價勞驛權觀覺歲澤淨濟澀溪灣滿燒獵疊經繼續總綠繩練聽職臟藝莊藏藥處虛覽譯譽讀讓豐贊轉輕邊遲鄉醫釀釋鐵鑛錢錄險隱雜靈賴顯驅騷驗髓髮雞黑齊佛來會學國體區單圍團壓變聲壽將專對屬廣應戀戰擇據擔擴攝收數斷時晝曉條樂樓樣機歡歸殘殼氣淚測滯澤燈爲獨獻當盡眾碎禮稱穩竊縣縱總聯肅與舊萬號蟲裝說請諸證變賣轉辦這遞選還邊麼點龍龜嗎們個妳您喔啊吧呢啦哪誰';
/** Chinese grammar words that Japanese lacks or does not write in Han. */
const CHINESE_GRAMMAR = '的了是在我他她它你们們这這那哪吗嗎呢吧啊很把被从從给給么麼没沒也都就还還让讓跟而且';
/** Characters in the form of the Japanese reform, and characters made in Japan. */
const JAPANESE =
  '気円図発対実検価労駅権観覚歳毎沢浄済渋渓湾満焼猟畳経継続総緑縄練聴職臓芸荘蔵薬処虚覧訳誉読譲豊賛転軽辺込遅郷醸釈鉄鉱銭録険隠雑霊頼顕駆騒験髄髪鶏黒斉働峠畑辻枠栃匂搾塀凪榊雫売変関帰広庁応恵悪戦択抜拝拠挙挿捜掲揺摂撃斎暁暦桜楽様歓残殻渇渉犠獣瓶県砕稲穂穏窃粋粛絵繊舗茎蛍衛触説税脱悦閲鋭増憎贈層歩頻黄徳穀仏仮伝児両剣剤劇勧励勲単厳参収囲団圏圧堕塁塚塩壊壌壱売妊姉娯嬢宝寛専将尽届岳巣帯弐弾従徴徹恒懐戯戻払扱拡拾据揮斗暫枢桟歯毒泉浅涙渓滝滞潜瀬為燥犯独玩瑛瓜甚畝異疎痴癒発盗稽穣窓竜箇篠緒縦缶羽聡脳臭舎艦苔菓葉蒸薗虎蛮蟹褒襲覇訃詠謁謎豆賓贋踏躍逓遙郎酔酢醤閑闘陥隆隣雇霞靖頃顎飼餅駄髪鴎麺麹黙齢々〆';

const set = (characters: string): ReadonlySet<string> => new Set(characters);
const both = (a: ReadonlySet<string>, b: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...a].filter((c) => b.has(c)));

const japanese = set(JAPANESE);
const chinese = new Set([...set(SIMPLIFIED), ...set(TRADITIONAL)]);
const shared = both(japanese, chinese);
const grammar = set(CHINESE_GRAMMAR);

/** Evidence for Chinese (positive) or Japanese (negative) in text of Han characters without kana. */
export function hanEvidence(text: string): number {
  let evidence = 0;
  for (const character of text) {
    if (shared.has(character)) continue;
    if (japanese.has(character)) evidence -= 1;
    else if (chinese.has(character)) evidence += 1;
    else if (grammar.has(character)) evidence += 0.7;
  }
  return evidence;
}
