package lingbao.domain;

import static lingbao.domain.Severity.ERROR;
import static lingbao.domain.Severity.NOTE;
import static lingbao.domain.Severity.WARNING;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every finding that the intake of a sheet can answer. The name is the stable code: wording may change, the name may
 * not. In the texts, {@code {value}} stands for the value as typed and {@code {0}}, {@code {1}} … for the finding's
 * details.
 */
public enum FindingCode {
    // The file as a whole.
    EMPTY_FILE(ERROR, "文件是空的，没有任何内容。", "请重新保存后再上传。"),
    FILE_UNREADABLE(ERROR, "文件无法读取：{0}。", "请确认文件还在、没有被别的程序占用，再重新上传。"),
    TOO_LARGE(ERROR, "文件超出限制：{0}为{1}，最多允许{2}。", "请删去无关的行、列或工作表，或分成几个文件后再上传。"),
    UNSUPPORTED_FORMAT(ERROR, "这不是可读取的表格文件，内容看起来是“{0}”。", "请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”后再上传。"),
    CORRUPT(ERROR, "文件不完整或已损坏：{0}。", "请用 Excel 或 WPS 打开原文件，重新保存后再上传。"),
    ENCRYPTED(ERROR, "文件已加密，设有打开密码或只读保护密码。", "请在 Excel 或 WPS 中去除密码、重新保存后再上传。"),
    UNSAFE_XML(ERROR, "文件里藏有不安全的内容（{0}），已拒收。", "请用 Excel 或 WPS 新建一个工作簿，把数据粘贴为数值，保存后再上传。"),
    UNSAFE_ARCHIVE(ERROR, "文件的内部结构不安全（{0}），已拒收。", "请用 Excel 或 WPS 打开，另存为新的工作簿后再上传。"),
    ACTIVE_CONTENT(ERROR, "文件含有宏，已拒收。", "请另存为不含宏的“Excel 工作簿（.xlsx）”后再上传。"),
    MACROS_IGNORED(WARNING, "文件含有宏；宏没有运行，只读取了单元格里的值。", "请另存为不含宏的“Excel 工作簿（.xlsx）”。"),
    EMBEDDED_OBJECT(ERROR, "文件里嵌入了别的文件或程序，已拒收。", "请删去嵌入的对象，或把数据粘贴为数值到新的工作簿后再上传。"),
    EMBEDDED_OBJECT_IGNORED(WARNING, "文件里嵌入了别的文件或程序；没有打开，只读取了单元格里的值。", "请删去嵌入的对象。"),
    EXTERNAL_LINKS(WARNING, "文件链接了别的工作簿、程序或数据源；没有打开，只采用单元格里已保存的值。", "请把链接的内容粘贴为数值。"),
    ENCODING_DECIDED(NOTE, "文件不是 UTF-8 编码，已按 {0} 读取。", "不需要处理；如有乱码，请另存为 UTF-8 编码的 CSV 后重新上传。"),
    NUL_IN_TEXT(ERROR, "第 {0} 行含有空字节，文件不完整或不是文本表格。", "请重新导出，或另存为 .xlsx 后再上传。"),
    ENCODING_UNKNOWN(ERROR, "第 {0} 行起的文字无法识别编码。", "请另存为 UTF-8 编码的 CSV，或另存为 .xlsx 后再上传。"),
    QUOTE_NOT_CLOSED(ERROR, "第 {0} 行起的引号没有闭合。", "请补上或删去多余的引号后再上传。"),
    PROCESSING_FAILED(ERROR, "程序处理这个文件时出错（编号 {0}），文件没有接收。", "请把编号告诉维护人员，处理好以后再重新上传。"),
    TEXT_NAMED_AS_WORKBOOK(WARNING, "文件名是 {0}，内容却是文本表格，已按 CSV 读取。", "下次请保存为真正的 .xlsx 工作簿。"),
    EXTENSION_DIFFERS(WARNING, "文件名的后缀是 {0}，内容却是 {1}，已按内容读取。", "下次请用正确的后缀保存。"),

    // A sheet, its headings, its merges.
    NO_FORM(ERROR, "没有找到可识别的报表表头，文件里的工作表是：{0}。", "请把数据填入下发的模板，不要改动表头的名称。"),
    FORM_UNKNOWN(ERROR, "没有名为“{0}”的报表。", "请从这些报表代号里选一个：“{1}”。"),
    FORM_AMBIGUOUS(ERROR, "表头同时符合几种报表：{0}。", "请用下发的模板填报，或在上传时指明报表。"),
    TEMPLATE_OUTDATED(WARNING, "这是“{0}”的旧版模板，已照常读取。", "下次请用新模板填报。"),
    TEMPLATE_DIFFERS(WARNING, "模板标记写的是“{0}”，与表头不符，已按表头识别。", "请下载要报的那种报表的模板，用它填报。"),
    TEMPLATE_NOT_CURRENT(ERROR, "这张表的模板标记是“{0}”，“{1}”现在的模板标记是“{2}”，未采用。", "请下载“{1}”现在的模板，填好后上传。"),
    EXTRACT_SENT(ERROR, "这是发还的节录，只有部分行，不是整张报表。", "请在原来的文件里改正，再上传整个原文件。"),
    SHEET_NOT_READ(NOTE, "工作表“{0}”不是可识别的报表，未读取。", "如果其中有要上报的数据，请移到下发的模板里。"),
    SHEET_REPEATED(ERROR, "同一机构、同一日期的“{0}”在文件里有几张：{1}，无法确定以哪一张为准。", "请合并成一张工作表后再上传。"),
    HIDDEN_SHEET(WARNING, "工作表“{0}”是隐藏的，已照常读取。", "请确认其中的数据应当上报，不应上报的请删除。"),
    HIDDEN_ROWS(WARNING, "工作表含有隐藏的行（第 {0} 行），已照常读取。", "请确认这些行应当上报，不应上报的请删除。"),
    HIDDEN_COLUMNS(WARNING, "工作表含有隐藏的列（{0} 列），已照常读取。", "请取消隐藏后核对，不应上报的请删除。"),
    HIDDEN_SHEET_NOT_READ(WARNING, "工作表“{0}”是隐藏的，未读取。", "如果其中有要上报的数据，请取消隐藏，并且同一张报表只保留一张工作表。"),
    MISSING_COLUMN(ERROR, "缺少必填的列“{0}”，最接近的表头是：{1}。", "请补上这一列，或把表头改为规定的名称。"),
    DUPLICATE_COLUMN(ERROR, "有两列都是“{0}”（{1}）。", "请只保留一列，或改正其中一列的表头。"),
    TABLES_SIDE_BY_SIDE(ERROR, "有几张表左右并排，都有列“{0}”（{1}）。", "请把右边的表移到左边的表下面，再上传。"),
    UNKNOWN_COLUMN(NOTE, "列“{0}”不在报表中，未采集。", "不需要处理；如属错别字，请改为规定的表头。"),
    COLUMN_WITHOUT_HEADING(WARNING, "{0} 列没有表头，其中 {1} 个单元格填了内容，未采集。", "应当上报的，请在 {0} 列补上规定的表头；只是自己用的（如计数、打勾），可以删去这一列。"),
    UNIT_DIFFERS(ERROR, "列“{0}”注明的单位是{1}，报表要求{2}。", "请换算成规定的单位，并改正表头。"),
    MERGED_CROSSES_COLUMNS(ERROR, "单元格 {0} 跨列合并，无法判断数值属于哪一列。", "请取消合并，每个单元格分别填写。"),
    MERGED_ROWS(ERROR, "单元格 {0} 合并了几行，这一列不允许合并。", "请取消合并，每行分别填写。"),
    TABLE_OF_OTHER_FORM(ERROR, "这里起是另一种报表“{0}”，它下面的行没有采用。", "请把这一部分移到单独的工作表后再上传。"),
    TABLE_SAYS_OTHERWISE(ERROR, "这里起的表，标题写的机构、日期或批次与整张表的不一致，它下面的行没有采用。", "请把不同机构、不同日期的数据分成几张工作表后再上传。"),
    TABLE_UNKNOWN(ERROR, "这里像是另一张表的表头，它下面的行没有采用。", "请把另一张表移到单独的工作表；如果这是一行数据，请改正填错的格。"),
    ROW_OF_REFUSED_TABLE(ERROR, "这一行在第 {0} 行起的表里，那张表没有采用。", "请按第 {0} 行的提示改正后再上传。"),
    FINDINGS_NOT_LISTED(WARNING, "这张表的问题太多，只列出 {0} 个，还有 {1} 个没有列出。", "请先改正列出的问题，再重新上传。"),
    ZERO_NOT_DECLARED(WARNING, "表中没有填报任何数据，按“空表”处理，不算零报告。", "没有异常的，也请逐行填写后再上传。"),

    // Whose it is, and for when.
    INSTITUTION_NOT_GIVEN(ERROR, "看不出是哪个机构的报表。", "请在标题行或文件名里写明机构编码或机构全称。"),
    INSTITUTION_UNKNOWN(ERROR, "登记册里没有机构“{value}”。", "请核对机构编码或全称；新机构请先向主管部门登记。"),
    INSTITUTION_RENAMED(ERROR, "机构“{0}”从 {1} 起改名为“{2}”。", "请改写现在的名称或机构编码；登记册有误的，请联系主管部门更正。"),
    INSTITUTION_CONFLICT(ERROR, "报表里写了不同的机构：{0}。", "请只保留一个机构，其余改正后再上传。"),
    INSTITUTION_NOT_OPEN(ERROR, "机构“{0}”在 {1} 不在开业状态。", "请核对日期；如开业、停业日期有误，请联系主管部门更正登记册。"),
    INSTITUTION_NOT_IN_SCOPE(ERROR, "“{0}”类机构不需要填报“{1}”。", "请核对机构与报表；如确需填报，请联系主管部门。"),
    REGION_NOT_GIVEN(ERROR, "看不出是哪个区的报表。", "请在标题行或文件名里写明区的名称，或在上传时指明。"),
    REGION_UNKNOWN(ERROR, "登记册里没有区“{value}”。", "请核对区的代码或名称；区域登记册有误的，请更正后重新载入。"),
    REGION_CONFLICT(ERROR, "报表里写了不同的区：{0}。", "请只保留一个区，其余改正后再上传。"),
    REGISTER_ABSENT(ERROR, "还没有载入登记册，无法核对是谁的报表。", "请维护人员先载入区域登记册和机构登记册，再重新上传。"),
    PERIOD_NOT_GIVEN(ERROR, "看不出是哪一天（哪个月）的报表。", "请在标题行或文件名里写明带年份的日期，例如 2020年6月17日。"),
    PERIOD_CONFLICT(ERROR, "报表里写了不同的日期：{0}。", "请只保留一个日期，其余改正后再上传。"),
    BATCH_CONFLICT(ERROR, "报表里写了不同的批次：{0}。", "请只保留一个批次，其余改正后再上传。"),
    PERIOD_IN_FUTURE(ERROR, "报表日期 {0} 还没有到。", "请改正日期后再上传。"),
    PERIOD_TOO_OLD(ERROR, "{0} 的“{1}”只收到 {2} 为止，已经过期。", "请先与主管部门联系，由主管部门决定是否补报。"),

    // One cell.
    REQUIRED_BLANK(ERROR, "必填的“{0}”没有填。", "请如实填写后再上传；这一行当天没有可报的，各项都请留空。"),
    NOT_ANSWERED(WARNING, "这一行没有填报任何数据，未计入。", "请填写后再上传；没有这个人或这个班的，请删除这一行。"),
    GROUP_NOT_ANSWERED(WARNING, "这一行的“{0}”没有填报，未计入。", "请填写后再上传；没有这类人员的不需要处理。"),
    COUNT_OF_NO_GROUP(ERROR, "“{0}”的“{value}”没有分组填写，看不出属于{1}中的哪一组。", "请把“{0}”分别填在{1}的表头下面。"),
    NUMBER_INVALID(ERROR, "“{0}”的“{value}”不是数字，或无法确定是哪个数字。", "请只填一个数字，例如 {1}{2}。"),
    INTEGER_EXPECTED(ERROR, "“{0}”的“{value}”不是整数。", "请填整数。"),
    OUT_OF_RANGE(ERROR, "“{0}”的“{value}”超出允许的范围 {1} 至 {2}。", "请核对后改正。"),
    TEMPERATURE_OUT_OF_RANGE(ERROR, "“{0}”的“{value}”不是可能的体温，允许 {1} 至 {2}℃。", "请核对是否漏了小数点，按实测体温改正。"),
    PERCENT_DOUBTFUL(WARNING, "“{0}”的“{value}”已按 {1}% 读取。", "如果是 {2}%，请改正。"),
    DATE_INVALID(ERROR, "“{0}”的“{value}”不是有效的日期。", "请按 2020-06-17 的样式填写。"),
    DATE_AMBIGUOUS(ERROR, "“{0}”的“{value}”无法确定是哪一天。", "请写明四位年份和月、日，按 2020-06-17 的样式填写。"),
    DATE_YEAR_TAKEN(WARNING, "“{0}”的“{value}”没有写年份，已按报表年份读作 {1}。", "下次请写明四位年份。"),
    DATE_TIME_DROPPED(WARNING, "“{0}”的“{value}”带有时刻，只采用日期 {1}。", "下次请只填日期。"),
    DATE_NOT_REPORT_DAY(ERROR, "“{0}”的“{value}”不是报表日期 {1}。", "请改正日期；别的日期的记录请另报一张表。"),
    DATE_OUTSIDE_PERIOD(WARNING, "“{0}”的“{value}”不在报表所属的 {1} 之内。", "如日期有误请改正；如属补报，不需要处理。"),
    DATE_IN_FUTURE(ERROR, "“{0}”的“{value}”还没有到，报表是 {1} 收到的。", "请改正日期；还没有发生的请以后再报。"),
    TIME_INVALID(ERROR, "“{0}”的“{value}”不是有效的时刻。", "请按 08:30 的样式填写。"),
    DITTO(ERROR, "“{0}”的“{value}”看不出具体内容。", "请写出具体内容，不要写“同上”。"),
    YES_NO_INVALID(ERROR, "“{0}”的“{value}”看不出是“是”还是“否”。", "请填“是”或“否”{1}。"),
    CHOICE_UNKNOWN(ERROR, "“{0}”的“{value}”不在可选的词里：{1}。", "请从可选的词里选填{2}。"),
    CHOICE_TAKEN_AS_OTHER(WARNING, "“{0}”的“{value}”里，“{1}”不在可选的词里，已按“{2}”读取。", "请核对；如果是可选的词里的一种，请改填那个词{3}。"),
    CHOICE_LEFT_OUT(WARNING, "“{0}”的“{value}”里，“{1}”不在可选的词里，没有采用，这一行的其余内容已采用。", "请从可选的词里选填：{2}。"),
    CHOICE_CONTRADICTS(ERROR, "“{0}”的“{value}”里，“{1}”不能与别的词同时填写。", "请只保留符合实际的一种。"),
    ID_PRECISION_LOST(ERROR, "证件号码被 Excel 当作数字保存，末几位已丢失。", "请先把这一列设为“文本”格式，再重新填写证件号码。"),
    ID_LENGTH(ERROR, "证件号码“{value}”的位数不对。", "请填写 18 位居民身份证号码。"),
    ID_CHECKSUM(ERROR, "证件号码“{value}”的校验码不对（GB 11643）。", "请与证件核对后改正。"),
    ID_BIRTH_DATE(ERROR, "证件号码“{value}”里的出生日期不存在或不可能。", "请与证件核对后改正。"),
    ID_CHARACTER(ERROR, "证件号码“{value}”含有不该有的字符。", "请与证件核对后改正，末位的 X 用英文字母。"),
    ID_REGION_UNKNOWN(WARNING, "证件号码“{value}”开头的地区代码不存在。", "请与证件核对。"),
    ID_SEX_DIFFERS(ERROR, "“{0}”的“{value}”与证件号码表示的性别不同。", "请核对性别和证件号码。"),
    ID_KIND_UNKNOWN(WARNING, "证件号码“{value}”不是居民身份证号码，未校验。", "如果是护照或通行证号码，不需要处理；如果是身份证号码，请改正。"),
    CREDIT_CODE_INVALID(ERROR, "“{value}”不是 18 位的统一社会信用代码。", "请按营业执照填写；这一列请设为“文本”格式。"),
    CREDIT_CODE_CHECKSUM(ERROR, "统一社会信用代码“{value}”的校验码不对（GB 32100）。", "请与营业执照核对后改正。"),
    PHONE_INVALID(ERROR, "电话号码“{value}”不对，或一格里填了几个号码。", "请填一个手机号码，或带区号的固定电话。"),
    TEXT_TOO_LONG(ERROR, "“{0}”有 {1} 个字，最多允许 {2} 个。", "请缩短后再上传。"),
    PATTERN_MISMATCH(ERROR, "“{0}”的“{value}”不符合规定的样式：{1}。", "请按规定的样式填写。"),
    CHARACTER_INVALID(ERROR, "“{0}”含有不可见或无法识别的字符。", "请删去后重新填写。"),
    TEXT_CONVERTED(WARNING, "“{0}”的“{value}”被 Excel 当作{1}保存，可能不是原来填的内容，已照此读取。", "请先把这一列设为“文本”格式，再按原来的内容重新填写。"),
    FORMULA_VALUE(WARNING, "“{0}”是公式，采用了保存的结果“{value}”。", "请把公式粘贴为数值。"),
    FORMULA_NOT_CALCULATED(ERROR, "“{0}”是公式，但没有保存计算结果。", "请用 Excel 或 WPS 打开并保存，或直接填数值。"),
    FORMULA_ERROR(ERROR, "“{0}”是公式错误值“{value}”。", "请改正公式，或直接填数值。"),
    DISPLAY_EMPTY(WARNING, "“{0}”的单元格格式使内容不显示，采用了保存的值“{value}”。", "请把单元格格式改为“常规”；不应上报的请清空。"),
    STRUCK_OUT(WARNING, "“{0}”的“{value}”带有删除线，已照常读取。", "作废的内容请删去；仍然有效的请去掉删除线。"),
    CODE_ZERO_RESTORED(WARNING, "“{value}”已按登记册里的代码“{0}”读取。", "请把代码设为“文本”格式，写出开头的 0。"),
    VALUE_NORMALISED(NOTE, "“{0}”的“{value}”已按“{1}”读取。", "不需要处理；下次请用半角数字和规定的写法。"),

    // One row, and rows together.
    ROW_LONGER_THAN_HEADING(ERROR, "表头到 {0} 列为止，这一行在它后面还有内容，各格的值可能错了列，没有采用。", "请用英文双引号括起含逗号的内容，或补上表头。"),
    REQUIRED_IF(ERROR, "“{1}”为“{2}”时，必须填“{0}”。", "请填写后再上传。"),
    SUM_MISMATCH(ERROR, "数字对不上：{0}，算得 {1}，填的是 {2}。", "请核对各项数字后改正。"),
    PART_EXCEEDS_WHOLE(ERROR, "“{0}”（{1}）大于“{2}”（{3}）。", "请核对后改正。"),
    ORDER_WRONG(ERROR, "“{0}”（{1}）晚于“{2}”（{3}）。", "请核对后改正。"),
    DUPLICATE_PERSON(ERROR, "这个人与第 {0} 行重复，内容相同。", "请删去重复的行。"),
    PERSON_CONFLICT(ERROR, "证件号码与第 {0} 行相同，内容却不同。", "请核对这两行，只保留正确的一行。"),
    PERSON_NAME_DIFFERS(WARNING, "证件号码与第 {0} 行相同，姓名却不同，按一个人统计。", "请核对这两行的姓名和证件号码。"),
    UNIT_UNKNOWN(WARNING, "“{0}”的“{value}”不是{1}的街道（单位），不计入本区；最接近的：{2}。", "请改为登记册里的名称或代码；登记册更正以后，不用重报即会计入。"),
    COMPANY_UNKNOWN(WARNING, "企业登记册里没有“{value}”，这一行暂不计入；最接近的：{0}。", "请核对企业全称和统一社会信用代码；企业登记以后，不用重报即会计入。"),
    COMPANY_UNIT_DIFFERS(WARNING, "“{0}”的“{value}”与企业登记册里的“{1}”不同，按填报的统计。", "请核对企业的所属街道；登记册有误的，请更正后重新载入。"),
    PERSON_NUMBER_DIFFERS(WARNING, "姓名和电话与第 {0} 行相同，证件号码却不同。", "请核对这两行是不是同一个人，改正填错的证件号码。"),
    DUPLICATE_ROW(ERROR, "“{0}”与第 {1} 行相同，重复填报。", "请核对这两行，只保留正确的一行。"),
    SAME_NAME(WARNING, "同一个班有同名的人（第 {0} 行），又没有证件号码，按一个人统计。", "请补填证件号码，以便分开统计。"),
    NAME_INVALID(ERROR, "姓名“{value}”含有数字或符号，或一格里填了几个人。", "请每行只填一个人的姓名。"),
    NAME_UNUSUAL(WARNING, "姓名“{value}”看起来不像一个人的姓名。", "请核对后改正。"),
    NAME_WITH_REMARK(WARNING, "姓名“{value}”带有括号，括号里的像是说明，已照原样采用。", "请只填姓名，说明写在备注里；同名的人请用证件号码区分。"),
    NAME_CHARACTER_DROPPED(WARNING, "姓名“{value}”中间有看不见的字符，已去掉后读取。", "请核对姓名，重新填写一次。"),
    BLANK_ROWS_BETWEEN(WARNING, "第 {0} 行起有 {1} 个空行，后面还有数据，已照常读取。", "请删去中间的空行。"),
    NUMBERS_MISSING(WARNING, "“{0}”不连续，缺 {1}；编号最大是 {2}，有编号的共 {3} 行。", "请核对是否漏填或误删了行。"),
    NUMBERS_REPEATED(WARNING, "“{0}”有重复的编号 {1}；编号最大是 {2}，有编号的共 {3} 行。", "请核对是否重复填了行。"),
    COUNT_DIFFERS(WARNING, "表上写的是“{0}”，实际列出 {1} 行。", "请核对是否漏填或多填了人员。"),
    TOTAL_DIFFERS(WARNING, "合计行“{0}”的“{value}”不等于各行相加的 {1}，按各行相加的数统计。", "请核对各行的数字和合计，有错的请改正后重新上传。"),
    SHEET_REFUSED(ERROR, "报表“{0}”要求整表正确，有 {1} 行出错，整表未采用。", "请改正出错的行后重新上传。"),

    // Against what was received before.
    FEWER_ROWS(WARNING, "这次只有 {0} 行，上次是 {1} 行{2}。", "如有遗漏请补全后重新上传；如确应减少，不需要处理。"),
    SAME_CONTENT(WARNING, "内容与已提交的第 {0} 版相同，文件不同。", "不需要处理；如果本来要更正，请核对是否选错了文件。"),
    SAME_AS_BEFORE(WARNING, "与 {0} 的报表完全相同（{1} 行）。", "请确认填的是当天的数据；用错了旧表的，请重新上传；确实相同的，不需要处理。"),
    COUNT_JUMPS(WARNING, "这次有 {0} 行，最近 {1} 次一般是 {2} 行（中位数）。", "请核对人数；有遗漏或重复的请改正后重新上传；确有变动的，不需要处理。");

    private final Severity severity;
    private final String message;
    private final String remedy;

    FindingCode(Severity severity, String message, String remedy) {
        this.severity = severity;
        this.message = message;
        this.remedy = remedy;
    }

    public Severity severity() {
        return severity;
    }

    String message(@Nullable String value, List<String> details) {
        return filled(message, value, details);
    }

    /** What is wrong with several cells at once, whose values are told beside it. */
    public String messageOfMany(List<String> details) {
        return filled(message.replaceAll("的?“\\{value}”", ""), null, details);
    }

    /** Whether the message shows the value as typed. */
    public boolean showsValue() {
        return message.contains("{value}");
    }

    /** Whether the message shows the detail of this number. */
    public boolean showsDetail(int index) {
        return message.contains("{" + index + "}");
    }

    String remedy(@Nullable String value, List<String> details) {
        return filled(remedy, value, details);
    }

    private static String filled(String text, @Nullable String value, List<String> details) {
        StringBuilder filled = new StringBuilder();
        int from = 0;
        // One pass, so that a value which itself looks like a gap is never filled.
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
            int close = text.indexOf('}', open);
            String gap = text.substring(open + 1, close);
            filled.append(text, from, open);
            if (gap.equals("value")) {
                filled.append(value == null ? "" : value);
            } else {
                int index = Integer.parseInt(gap);
                filled.append(index < details.size() ? details.get(index) : "");
            }
            from = close + 1;
        }
        return filled.append(text.substring(from)).toString();
    }
}
