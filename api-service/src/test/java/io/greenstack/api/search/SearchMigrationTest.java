package io.greenstack.api.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.greenstack.api.platform.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** What an older version stored is found after the migration as before, in a schema that is rolled back. */
@ApiTest
class SearchMigrationTest {

    @Inject
    Sql sql;

    @Inject
    DataSource database;

    @Test
    void whatWasStoredBeforeIsTakenOver() throws SQLException {
        QuarkusTransaction.begin();
        try {
            sql.query("create schema search_before").update();
            sql.query("set local search_path = search_before, public").update();
            String first = migration("V013__search.sql");
            run(first.substring(0, first.indexOf("-- Devices are few")));
            run(migration("V016__search_parts.sql"));
            sql.query(
                    """
                            insert into search_text (hash, type, weight, doc, tsv) values
                                (gen_random_uuid(), 'PARAMETER', 7, '{"tab":"a"}', '''=old kx70'':1A ''old'':1A ''kx70'':1A ''70'':1A ''~kx'':1B'),
                                (gen_random_uuid(), 'EVENT', 3, '{}', '''=old'':1A ''old'':1A ''#7'':1B')""")
                    .update();
            sql.query("insert into search_word (word, near) values ('old', '{ol,od}')").update();

            run(migration("V039__fast_searches.sql"));

            assertThat(number("select count(*) as n from search_text t join search_doc d on d.text_id = t.id "
                    + "where t.tsv @@ '''old'''::tsquery and d.doc <> ''")).isEqualTo(2);
            assertThat(number("select count(*) as n from search_name n join search_text t on t.id = n.text_id "
                    + "and t.type = n.type and t.weight = n.weight where n.name in ('old kx70', 'old')")).isEqualTo(2);
            assertThat(sql.query("select word from search_word where word ~>=~ 'a' order by word")
                    .list(row -> row.text("word"))).containsExactly("kx70", "old");
            assertThat(number("select cardinality(near) as n from search_word where word = 'old'")).isEqualTo(2);
            assertThat(number("insert into search_text (hash, type, weight, tsv) "
                    + "values (gen_random_uuid(), 'MENU', 1, '''new''') returning id as n"))
                    .isGreaterThan(number("select max(text_id) as n from search_doc"));
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private void run(String statements) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    private long number(String statement) {
        return sql.query(statement).one(row -> row.number("n"));
    }

    private String migration(String name) {
        try {
            return new String(getClass().getResourceAsStream("/db/migration/" + name).readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
