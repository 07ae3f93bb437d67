package io.greenstack.api.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.greenstack.api.ApiTest;
import io.quarkus.narayana.jta.QuarkusTransaction;

@ApiTest
class SqlTest {

    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00.123456Z");

    @Inject
    Sql sql;

    private record Reading(String name, Integer place, Instant at) {}

    @Test
    void valuesOfEveryKindGoThereAndBack() {
        UUID id = UUID.randomUUID();
        sql.query("select :text::text as text, :missing::integer as missing, :number::bigint as number, :id as id, "
                + ":yes as yes, :day as day, :at::timestamptz as at, :json::jsonb ->> 'a' as json, ':text' as quoted, "
                + "(array['x', 'y', 'z'])[1:2] as texts, null::text[] as none").bind("text", "a'b")
                .bind("missing", null)
                .bind("number", 1L << 40).bind("id", id).bind("yes", true).bind("day", DayOfWeek.MONDAY)
                .bind("at", NOON).bind("json", JsonNodeFactory.instance.objectNode().put("a", "ä")).one(row -> {
                    assertThat(row.text("text")).isEqualTo("a'b");
                    assertThat(row.get("missing", Integer.class)).isNull();
                    assertThat(row.number("number")).isEqualTo(1L << 40);
                    assertThat(row.get("id", UUID.class)).isEqualTo(id);
                    assertThat(row.flag("yes")).isTrue();
                    assertThat(row.constant("day", DayOfWeek.class)).isEqualTo(DayOfWeek.MONDAY);
                    assertThat(row.instant("at")).isEqualTo(NOON);
                    assertThat(row.text("json")).isEqualTo("ä");
                    assertThat(row.text("quoted")).isEqualTo(":text");
                    assertThat(row.texts("texts")).containsExactly("x", "y");
                    assertThat(row.texts("none")).isEmpty();
                    return row;
                });
    }

    @Test
    void listsGoAsArraysWithTheirGaps() {
        List<Reading> readings = List.of(new Reading("a", 1, NOON), new Reading(null, null, null));
        List<Reading> back = sql.query("select * from unnest(:names, :places, :times) as n(name, place, at)")
                .array("names", "text", readings, Reading::name).array("places", "integer", readings, Reading::place)
                .array("times", "timestamptz", readings, Reading::at)
                .list(row -> new Reading(row.text("name"), row.get("place", Integer.class), row.instant("at")));
        assertThat(back).isEqualTo(readings);
        assertThat(sql.query("select 1 where 5 = any(:none)").array("none", "bigint", List.of()).first(row -> 1))
                .isEmpty();
    }

    @Test
    void aPageKnowsHowManyRowsThereAre() {
        Page<Long> page = sql.query("select n from generate_series(1, :most::integer) as n order by n").bind("most", 25)
                .page(new PageRequest(3, 10), "select count(*) from generate_series(1, :most::integer)",
                        row -> row.number(1));
        assertThat(page.items()).containsExactly(21L, 22L, 23L, 24L, 25L);
        assertThat(page.total()).isEqualTo(25);
    }

    @Test
    @Transactional
    void statementsOfATransactionShareItsConnection() {
        sql.query("create temporary table sql_test (name text unique, place integer) on commit drop").update();
        sql.query("insert into sql_test values (:name, :place)").batch(Arrays.asList("a", "b"),
                (query, name) -> query.bind("name", name).bind("place", null));
        assertThat(sql.query("update sql_test set place = 1").update()).isEqualTo(2);
    }

    @Test
    void whatIsRolledBackIsGone() {
        QuarkusTransaction.begin();
        sql.query("insert into layout_removal (device_id, deleted_at) values ('sql-test', :now)").bind("now", NOON)
                .update();
        QuarkusTransaction.rollback();
        assertThat(sql.query("select 1 from layout_removal where device_id = 'sql-test'").first(row -> 1)).isEmpty();
    }

    @Test
    void failuresSayWhatTheDatabaseSaid() {
        assertThatThrownBy(() -> sql.query("select 1 / :zero").bind("zero", 0).one(row -> 1))
                .isInstanceOfSatisfying(DatabaseException.class, e -> assertThat(e.refusesData()).isTrue())
                .hasMessageContaining("22012");
        assertThatThrownBy(() -> sql.query("select nothing").update())
                .isInstanceOfSatisfying(DatabaseException.class, e -> assertThat(e.refusesData()).isFalse());
        assertThatThrownBy(() -> sql.query("select :forgotten").update()).isInstanceOf(IllegalArgumentException.class);
    }
}
