package infogap.customers.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import infogap.table.data.DataPackage;
import infogap.customers.service.ServiceRules.Rule;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceRulesTest {

    private static final Map<String, List<String>> CONDITIONS = new LinkedHashMap<>();

    static {
        CONDITIONS.put("segment", List.of("low", "high"));
        CONDITIONS.put("trust", List.of("no", "yes"));
    }

    @Test
    void theRulesInTheDataFolderAnswerEveryCase() {
        ServiceRules rules = ServiceRules.read(DataPackage.read(Path.of("data/service")), "rules");
        assertEquals(Map.of("segment", List.of("starter", "core", "premium"), "trust", List.of("low", "medium", "high")), rules.conditions());
        assertEquals("personal call", rules.service("premium", "low"));
        assertEquals("entry coupon", rules.service("starter", "medium"));
        for (String segment : rules.conditions().get("segment")) {
            for (String trust : rules.conditions().get("trust")) {
                assertEquals(List.of(segment, trust), rules.rule(segment, trust).when());
            }
        }
    }

    @Test
    void anAsteriskStandsForEveryCategory() {
        ServiceRules rules = ServiceRules.of("rules", CONDITIONS,
                List.of(new Rule(1, List.of("high", "*"), "call"), new Rule(2, List.of("low", "no"), "guarantee"), new Rule(3, List.of("low", "yes"), "coupon")));
        assertEquals("call", rules.service("high", "no"));
        assertEquals("call", rules.service("high", "yes"));
        assertEquals("coupon", rules.service("low", "yes"));
    }

    @Test
    void aCaseWithoutARuleIsRefused() {
        assertMessage("rules must answer each case by one rule, but [segment, trust] = [low, yes] has none",
                new Rule(1, List.of("high", "*"), "call"), new Rule(2, List.of("low", "no"), "guarantee"));
    }

    @Test
    void aCaseWithTwoRulesIsRefused() {
        assertMessage("rules must answer each case by one rule, but [segment, trust] = [high, no] has those in rows [1, 2]",
                new Rule(1, List.of("high", "*"), "call"), new Rule(2, List.of("*", "no"), "guarantee"), new Rule(3, List.of("low", "yes"), "coupon"));
    }

    @Test
    void aRuleForACategoryThatDoesNotExistIsRefused() {
        assertMessage("rules, row 1, column 'segment' must be one of [low, high] or *, but is 'middle'", new Rule(1, List.of("middle", "*"), "call"));
    }

    @Test
    void aCaseThatDoesNotExistIsRefused() {
        ServiceRules rules = ServiceRules.of("rules", CONDITIONS, List.of(new Rule(1, List.of("*", "*"), "coupon")));
        assertEquals("segment must be one of [low, high], but is 'middle'",
                assertThrows(IllegalArgumentException.class, () -> rules.service("middle", "no")).getMessage());
        assertThrows(IllegalArgumentException.class, () -> rules.service("low"));
    }

    private static void assertMessage(String expected, Rule... rules) {
        assertEquals(expected, assertThrows(IllegalArgumentException.class, () -> ServiceRules.of("rules", CONDITIONS, List.of(rules))).getMessage());
    }
}
