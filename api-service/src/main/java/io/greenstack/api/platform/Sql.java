package io.greenstack.api.platform;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Statements on sets of rows: what entities are too slow or too few for. Parameters are named ({@code :id}), lists go as one
 * array ({@code = any(:ids)}, {@code unnest(:ids, :names)}). A statement runs on the connection of the current transaction;
 * changes of entities that it is to see have to be flushed before. Every failure is a {@link DatabaseException}.
 */
@ApplicationScoped
public class Sql {

    /** A quoted text or a cast, which are no parameters, or a parameter. */
    private static final Pattern PARAMETER = Pattern.compile("'[^']*'|::|:([A-Za-z]\\w*)");

    private final DataSource database;

    public Sql(DataSource database) {
        this.database = database;
    }

    /** A statement; its text never holds values. */
    public Query query(String text) {
        return new Query(text);
    }

    /** Makes one result of a row. */
    @FunctionalInterface
    public interface RowMapper<T> {
        T map(Row row);
    }

    /** A statement and the values of its parameters. */
    public final class Query {

        private final String text;
        private final Map<String, Object> values = new HashMap<>();

        private Query(String text) {
            this.text = text;
        }

        /** Sets a parameter: null, a time, a constant of an enum, a JSON document, or what JDBC knows. */
        public Query bind(String name, Object value) {
            values.put(name, value);
            return this;
        }

        /** Sets the parameters of some conditions. */
        public Query bind(Conditions conditions) {
            values.putAll(conditions.values());
            return this;
        }

        /** Sets a parameter to an array of a type of the database, such as {@code text} or {@code bigint}. */
        public Query array(String name, String type, Collection<?> elements) {
            return bind(name, new TypedArray(type, elements.stream().map(Query::element).toArray()));
        }

        /** Sets a parameter to an array of one member of each of some things. */
        public <R> Query array(String name, String type, Collection<R> rows, Function<R, ?> member) {
            return bind(name, new TypedArray(type, rows.stream().map(member).map(Query::element).toArray()));
        }

        /** Changes rows; answers how many. */
        public int update() {
            return bound(text, PreparedStatement::executeUpdate);
        }

        /** Runs the statement for each of some things in one round trip. */
        public <R> void batch(Iterable<R> rows, BiConsumer<Query, R> binder) {
            run(text, (statement, names) -> {
                for (R row : rows) {
                    binder.accept(this, row);
                    set(statement, names);
                    statement.addBatch();
                }
                return statement.executeBatch();
            });
        }

        /** All rows. */
        public <T> List<T> list(RowMapper<T> mapper) {
            return list(text, mapper);
        }

        /** The first row, if there is any. */
        public <T> Optional<T> first(RowMapper<T> mapper) {
            return list(mapper).stream().findFirst();
        }

        /** The one row that this statement always has. */
        public <T> T one(RowMapper<T> mapper) {
            return list(mapper).get(0);
        }

        /** One page of the rows, and how many there are by a statement that counts them with the same parameters. */
        public <T> Page<T> page(PageRequest page, String count, RowMapper<T> mapper) {
            long total = list(count, row -> row.number(1)).get(0);
            bind("pageSize", page.size()).bind("pageOffset", page.offset());
            return new Page<>(list(text + " limit :pageSize offset :pageOffset", mapper), total, page);
        }

        private <T> List<T> list(String statementText, RowMapper<T> mapper) {
            return bound(statementText, statement -> {
                List<T> results = new ArrayList<>();
                try (ResultSet rows = statement.executeQuery()) {
                    Row row = new Row(rows);
                    while (rows.next()) {
                        results.add(mapper.map(row));
                    }
                }
                return results;
            });
        }

        private <T> T bound(String statementText, Work<T> work) {
            return run(statementText, (statement, names) -> {
                set(statement, names);
                return work.on(statement);
            });
        }

        /** The one place that makes statements. */
        private <T> T run(String statementText, NamedWork<T> work) {
            RequestDeadline.check();
            List<String> names = new ArrayList<>();
            String positional = PARAMETER.matcher(statementText).replaceAll(found -> {
                if (found.group(1) == null) {
                    return Matcher.quoteReplacement(found.group());
                }
                names.add(found.group(1));
                return "?";
            });
            try (Connection connection = database.getConnection();
                    PreparedStatement statement = connection.prepareStatement(positional)) {
                return work.on(statement, names);
            } catch (SQLException e) {
                throw new DatabaseException(e);
            }
        }

        private void set(PreparedStatement statement, List<String> names) throws SQLException {
            for (int i = 0; i < names.size(); i++) {
                String name = names.get(i);
                if (!values.containsKey(name)) {
                    throw new IllegalArgumentException("Parameter :" + name + " has no value");
                }
                set(statement, i + 1, values.get(name));
            }
        }

        private static void set(PreparedStatement statement, int index, Object value) throws SQLException {
            if (value == null) {
                statement.setNull(index, Types.NULL);
            } else if (value instanceof Instant time) {
                statement.setTimestamp(index, Timestamp.from(time));
            } else if (value instanceof TypedArray array) {
                statement.setArray(index, statement.getConnection().createArrayOf(array.type(), array.elements()));
            } else {
                statement.setObject(index, element(value));
            }
        }

        private static Object element(Object value) {
            if (value instanceof Enum<?> constant) {
                return constant.name();
            }
            return value instanceof Instant || value instanceof JsonNode ? value.toString() : value;
        }
    }

    /** A row of a result; columns by name, or by place from 1. */
    public static final class Row {

        private final ResultSet rows;

        private Row(ResultSet rows) {
            this.rows = rows;
        }

        public String text(String column) {
            return read(() -> rows.getString(column));
        }

        public String text(int column) {
            return read(() -> rows.getString(column));
        }

        /** A whole number; 0 where there is none. */
        public long number(String column) {
            return read(() -> rows.getLong(column));
        }

        public long number(int column) {
            return read(() -> rows.getLong(column));
        }

        public boolean flag(String column) {
            return read(() -> rows.getBoolean(column));
        }

        /** A time, or null. */
        public Instant instant(String column) {
            return read(() -> {
                Timestamp time = rows.getTimestamp(column);
                return time == null ? null : time.toInstant();
            });
        }

        /** A constant of an enum by its name, or null. */
        public <E extends Enum<E>> E constant(String column, Class<E> type) {
            String name = text(column);
            return name == null ? null : Enum.valueOf(type, name);
        }

        /** An array of texts; empty where there is none. */
        public List<String> texts(String column) {
            return read(() -> rows.getArray(column) == null
                    ? List.of()
                    : Arrays.asList((String[]) rows.getArray(column).getArray()));
        }

        /** An array of whole numbers; empty where there is none. */
        public long[] numbers(String column) {
            return read(() -> {
                Array numbers = rows.getArray(column);
                return numbers == null
                        ? new long[0]
                        : Arrays.stream((Number[]) numbers.getArray()).mapToLong(Number::longValue).toArray();
            });
        }

        /** Any type that the driver makes of the column, such as {@code Integer}, {@code Long}, {@code UUID}; or null. */
        public <T> T get(String column, Class<T> type) {
            return read(() -> rows.getObject(column, type));
        }

        private static <T> T read(Read<T> column) {
            try {
                return column.value();
            } catch (SQLException e) {
                throw new DatabaseException(e);
            }
        }
    }

    private record TypedArray(String type, Object[] elements) {}

    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    private interface NamedWork<T> {
        T on(PreparedStatement statement, List<String> names) throws SQLException;
    }

    private interface Read<T> {
        T value() throws SQLException;
    }
}
