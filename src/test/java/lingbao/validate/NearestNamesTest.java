package lingbao.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class NearestNamesTest {

    @Test
    void namesAtMostThreeTheNearestFirst() {
        NearestNames names = new NearestNames(List.of("甲乙丙丁有限公司", "甲乙丙戊有限公司", "甲乙己戊有限公司", "甲庚己戊有限公司", "辛公司"));

        assertThat(names.to("甲乙丙丁有限公")).isEqualTo("甲乙丙丁有限公司、甲乙丙戊有限公司");
        assertThat(names.to("甲乙丙申有限公司")).isEqualTo("甲乙丙丁有限公司、甲乙丙戊有限公司、甲乙己戊有限公司");
        assertThat(names.to("完全不同的名字")).isEqualTo("无");
    }

    @Test
    void knowsAShortNameInALongOneAndTheOtherWayRound() {
        NearestNames names = new NearestNames(List.of("西兴街道", "长河街道", "江北科技园"));

        assertThat(names.to("西兴")).isEqualTo("西兴街道");
        assertThat(names.to("滨江区西兴街道办事处")).isEqualTo("西兴街道");
        assertThat(names.to("西新街道")).isEqualTo("西兴街道");
        assertThat(new NearestNames(List.of()).to("西兴街道")).isEqualTo("无");
    }

    @Test
    void comparesUnitsWithoutTheirKind() {
        NearestNames names = new NearestNames(List.of("西兴街道", "长河街道", "浦沿街道", "江北科技园"));

        assertThat(names.to("长河镇")).isEqualTo("长河街道");
        assertThat(names.to("长和乡")).isEqualTo("长河街道");
        assertThat(names.to("新兴镇")).isEqualTo("西兴街道");
        assertThat(names.to("山阴街道")).isEqualTo("无");
        assertThat(names.to("街道")).isEqualTo("无");
    }

    @Test
    void takesTwoSlipsInANameOfThreeCharactersOrMore() {
        NearestNames names = new NearestNames(List.of("西兴街道", "江北科技园", "白马湖"));

        assertThat(names.to("江北园")).isEqualTo("江北科技园");
        assertThat(names.to("白大马")).isEqualTo("白马湖");
        assertThat(names.to("白龙河")).isEqualTo("无");
        assertThat(names.to("白河")).isEqualTo("无");
    }

    @Test
    void offersNothingThatIsNotLikeTheTypedWord() {
        NearestNames symptoms = new NearestNames(List.of("无", "没有", "发热", "咳嗽", "咽痛", "其他"));

        assertThat(symptoms.to("咳漱")).isEqualTo("咳嗽");
        assertThat(symptoms.to("咽疼")).isEqualTo("咽痛");
        assertThat(symptoms.to("头痛")).isEqualTo("无");
        assertThat(symptoms.to("○")).isEqualTo("无");
        assertThat(symptoms.clause("○")).isEmpty();
        assertThat(new NearestNames(List.of("学生", "教师", "老师", "N", "没有")).clause("讲师"))
                .isEmpty();
        assertThat(new NearestNames(List.of("是", "没有", "N", "NO")).clause("N/A"))
                .isEmpty();
        assertThat(new NearestNames(List.of("青石街道", "云溪街道")).to("青山街道")).isEqualTo("青石街道");
    }

    /** A slow second way: compares with all names. */
    @Test
    void missesNoNameThatOneOrTwoSlipsPartFromTheTypedOne() {
        Random random = new Random(20200617);
        List<String> all = new ArrayList<>();
        while (all.size() < 3_000) {
            all.add(word(random, 4 + random.nextInt(4)) + "有限公司");
        }
        NearestNames names = new NearestNames(all);
        for (int round = 0; round < 300; round++) {
            StringBuilder typed = new StringBuilder(all.get(random.nextInt(all.size())));
            for (int slip = 0; slip <= round % 2; slip++) {
                typed.setCharAt(random.nextInt(4), word(random, 1).charAt(0));
            }
            TreeMap<Integer, List<String>> byDistance = new TreeMap<>();
            all.forEach(name -> byDistance
                    .computeIfAbsent(
                            LevenshteinDistance.getDefaultInstance().apply(typed, name), key -> new ArrayList<>())
                    .add(name));
            String first = names.to(typed.toString()).split("、")[0];
            assertThat(byDistance.firstEntry().getValue()).contains(first);
        }
    }

    @Tag("many")
    @Test
    void answersForManyNamesInGoodTime() {
        Random random = new Random(7);
        List<String> all = new ArrayList<>();
        for (int index = 0; index < 100_000; index++) {
            all.add("杭州" + word(random, 4) + Collections.max(List.of("科技", "机械")) + "有限公司");
        }
        NearestNames names = new NearestNames(all);
        long start = System.nanoTime();
        for (int index = 0; index < 20_000; index++) {
            names.to("杭州" + word(random, 4) + "有限公司");
        }
        assertThat(names.to("杭州新来的有限公司")).isEqualTo("未查找");
        assertThat((System.nanoTime() - start) / 1_000_000_000).isLessThan(60);
    }

    private static String word(Random random, int length) {
        StringBuilder word = new StringBuilder();
        for (int index = 0; index < length; index++) {
            word.append((char) ('一' + random.nextInt(900)));
        }
        return word.toString();
    }
}
