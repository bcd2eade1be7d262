package lingbao.domain;

/**
 * The traditional characters of words that stand in headings and lists of choices, to be compared with the simplified ones.
 * Only characters are here that no simplified text has, so that a text has one meaning before and after. Never for names.
 */
public final class TraditionalCharacters {

    private static final String TRADITIONAL = "來係備價優兒內冊別劃劑動務勞區厠參員問單嘔噴嚥嚨嚴國園圖團執報場學寢實審專對導層"
            + "屬崗師幹廁廳從復態懃應戶掃換搆數斷時暫曆書會條業構樓標樣機檢歲歷歸殺氣沒況減測溫"
            + "潔濃瀉灑無熱燈燒營牀狀現產産異癒癥發監確碼種稱簽籤紅級終組結絡統經綠綫緑線編縣總"
            + "績織繫羣義聯職脹腫臨與興菓藍藥處號衛補複覈見規親覺觸計訓記訪許診註証評試話認說説"
            + "課請論證識議護負貫責資質車輕轄轉辦農進過適遲還郵鄉醫針錄録錶鍾鎮鐘鑒長門開間関關"
            + "陰陽隊際隱離難電霧項預領頻題額顏顔類風館駕駛驗體髮麵黃點齡";
    private static final String SIMPLIFIED = "来系备价优儿内册别划剂动务劳区厕参员问单呕喷咽咙严国园图团执报场学寝实审专对导层"
            + "属岗师干厕厅从复态勤应户扫换构数断时暂历书会条业构楼标样机检岁历归杀气没况减测温"
            + "洁浓泻洒无热灯烧营床状现产产异愈症发监确码种称签签红级终组结络统经绿线绿线编县总"
            + "绩织系群义联职胀肿临与兴果蓝药处号卫补复核见规亲觉触计训记访许诊注证评试话认说说"
            + "课请论证识议护负贯责资质车轻辖转办农进过适迟还邮乡医针录录表钟镇钟鉴长门开间关关"
            + "阴阳队际隐离难电雾项预领频题额颜颜类风馆驾驶验体发面黄点龄";

    private static final char[] SIMPLIFIED_OF = new char[Character.MAX_VALUE + 1];

    static {
        for (int index = 0; index < TRADITIONAL.length(); index++) {
            SIMPLIFIED_OF[TRADITIONAL.charAt(index)] = SIMPLIFIED.charAt(index);
        }
    }

    private TraditionalCharacters() {}

    /** {@code 體溫} as {@code 体温}; what is not known stays as it is. */
    public static String simplified(String text) {
        StringBuilder simplified = null;
        for (int index = 0; index < text.length(); index++) {
            char simple = simplified(text.charAt(index));
            if (simple != text.charAt(index)) {
                simplified = simplified == null ? new StringBuilder(text) : simplified;
                simplified.setCharAt(index, simple);
            }
        }
        return simplified == null ? text : simplified.toString();
    }

    public static char simplified(char letter) {
        char simple = SIMPLIFIED_OF[letter];
        return simple == 0 ? letter : simple;
    }
}
