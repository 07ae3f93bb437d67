package io.greenstack.loadtest.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import io.greenstack.loadtest.generator.Options;
import io.greenstack.loadtest.generator.SentLedger;

/** {@code check}: exit code 0 = the stores hold what was acknowledged, 1 = something is wrong, 2 = wrong options. */
public final class CheckMain {

    static final String USAGE = """
            Compares a ledger of the generator with the stores and names what is missing, doubled or out of order.
              --ledger=FILE              ledger.json
              --report=FILE              ledger-check (ledger-check.json and ledger-check.md)
              --questdb=URL              time-series store QuestDB, like http://localhost:9000
              --influxdb=URL             time-series store InfluxDB 2; the token is read from INFLUXDB_TOKEN
              --org=NAME                 greenstack
              --bucket=NAME              device-telemetry
              --redis=URL                like redis://localhost:6379/0
              --api=URL                  like http://localhost:8080; the key is read from GREENSTACK_API_KEY
              --services=URL,URL         services whose message ledgers must add up, like http://localhost:8081
            A store that is not given is not checked.
            """;

    private CheckMain() {}

    public static void main(String[] arguments) {
        try {
            System.exit(run(new Options(arguments)) ? 0 : 1);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.print(USAGE);
        } catch (NoSuchFileException e) {
            System.err.println("There is no file " + e.getMessage() + "; --ledger=FILE names what 'load' wrote");
        } catch (IOException e) {
            System.err.println("Not checked: " + e);
        }
        System.exit(2);
    }

    private static boolean run(Options options) throws IOException {
        HttpText http = new HttpText();
        Path file = Path.of(options.text("ledger", "ledger.json"));
        String report = options.text("report", "ledger-check");
        Function<SentLedger, History> history = history(options, http);
        String api = options.text("api", null);
        DeviceApi devices = api == null ? null : new DeviceApi(http, api, System.getenv("GREENSTACK_API_KEY"));
        String redis = options.text("redis", null);
        List<String> services = Arrays.stream(options.text("services", "").split(",")).filter(url -> !url.isBlank())
                .toList();
        options.end();
        SentLedger ledger = SentLedger.read(file);
        CheckReport result = new Checker(http, history.apply(ledger), redis == null ? null : new LiveViewReader(redis),
                devices, services).check(ledger);
        SentLedger.writeJson(Path.of(report + ".json"), result);
        Files.writeString(Path.of(report + ".md"), MarkdownReport.of(result));
        System.out.print(MarkdownReport.of(result));
        return result.passed();
    }

    private static Function<SentLedger, History> history(Options options, HttpText http) {
        String questDb = options.text("questdb", null);
        String influx = options.text("influxdb", null);
        String org = options.text("org", "greenstack");
        String bucket = options.text("bucket", "device-telemetry");
        if (influx != null) {
            return ledger -> new InfluxHistory(http, influx, org, bucket, System.getenv("INFLUXDB_TOKEN"),
                    ledger.started());
        }
        return ledger -> questDb == null ? null : new QuestDbHistory(http, questDb);
    }
}
