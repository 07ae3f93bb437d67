package io.greenstack.bridge.master;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import io.greenstack.bridge.master.AdapterException.Kind;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/**
 * Writes several parameters of a device: one after the other, or as one block, which the device checks as a whole and takes as a whole
 * (IO-Link interface specification 1.1.3, 10.3.5 and table B.9). A block goes by the system commands of the device, so by any master.
 */
final class BlockWrites {

    /** Of those that were not taken because of another one. */
    static final String REFUSED = "block-refused";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int SYSTEM_COMMAND = 2;
    private static final byte DOWNLOAD_START = 3;
    /** Ends the block, and has the master store the parameters for a device that replaces this one. */
    private static final byte DOWNLOAD_STORE = 5;
    private static final byte BREAK = 6;

    private final MasterAdapter adapter;
    private final int port;

    BlockWrites(MasterAdapter adapter, int port) {
        this.adapter = adapter;
        this.port = port;
    }

    /**
     * What became of them.
     *
     * @param refusals one for each parameter, null where the device took it; in a block that was not taken all have one. It is shorter
     *        where the master went away before the others were written
     * @param block whether it was written as a block; a device that refuses to begin one has its parameters written one after the other
     * @param away why the others were not written, null where all were
     */
    record Written(List<AdapterException> refusals, boolean block, AdapterException away) {

        /** Which one of a block was refused, so that the others were not taken either; -1 for none. */
        int culprit() {
            for (int i = 0; block && i < refusals.size(); i++) {
                if (refusals.get(i) != null && refusals.stream().anyMatch(other -> REFUSED.equals(other.code()))
                        && !REFUSED.equals(refusals.get(i).code())) {
                    return i;
                }
            }
            return -1;
        }
    }

    /**
     * Writes them.
     *
     * @param writes each with {@code index}, {@code subindex} and {@code hex}
     * @return fails when the master goes away within a block: then nobody knows
     * @throws IllegalArgumentException when one has no octets
     */
    Future<Written> write(List<JsonObject> writes, boolean asBlock) {
        writes.forEach(write -> HEX.parseHex(write.getString("hex")));
        if (!asBlock || writes.size() < 2) {
            return oneByOne(writes);
        }
        return refusal(command(DOWNLOAD_START)).compose(refused -> refused == null ? block(writes) : oneByOne(writes));
    }

    private Future<Written> oneByOne(List<JsonObject> writes) {
        List<AdapterException> done = new ArrayList<>();
        return each(writes, false, done).map(refusals -> new Written(refusals, false, null))
                .otherwise(failure -> new Written(done, false, AdapterException.of(failure)));
    }

    private Future<Written> block(List<JsonObject> writes) {
        return each(writes, true, new ArrayList<>()).compose(refusals -> {
            if (refusals.size() == writes.size() && refusals.get(writes.size() - 1) == null) {
                return refusal(command(DOWNLOAD_STORE))
                        .map(refused -> refused == null
                                ? new Written(refusals, true, null)
                                : none(writes, -1, refused));
            }
            int at = refusals.size() - 1;
            return refusal(command(BREAK)).map(ended -> none(writes, at, refusals.get(at)));
        });
    }

    /** A block of which one was refused, or the whole. */
    private static Written none(List<JsonObject> writes, int at, AdapterException refused) {
        AdapterException others = at < 0
                ? refused
                : new AdapterException(Kind.DEVICE, REFUSED, "The device refused "
                        + writes.get(at).getString("variable_id") + " of the same block: " + refused.getMessage());
        List<AdapterException> refusals = new ArrayList<>();
        for (int i = 0; i < writes.size(); i++) {
            refusals.add(i == at ? refused : others);
        }
        return new Written(refusals, true, null);
    }

    /** One after the other; a block ends with the first that is refused. */
    private Future<List<AdapterException>> each(List<JsonObject> writes, boolean stops, List<AdapterException> done) {
        boolean ends = done.size() == writes.size() || stops && !done.isEmpty() && done.get(done.size() - 1) != null;
        if (ends) {
            return Future.succeededFuture(done);
        }
        JsonObject write = writes.get(done.size());
        return refusal(adapter.writeParameter(port, write.getInteger("index"), write.getInteger("subindex", 0),
                HEX.parseHex(write.getString("hex")))).compose(refused -> {
                    done.add(refused);
                    return each(writes, stops, done);
                });
    }

    private Future<Void> command(byte system) {
        return adapter.writeParameter(port, SYSTEM_COMMAND, 0, new byte[]{system});
    }

    /** Why the device refused, null where it did not; fails when the master is away. */
    private static Future<AdapterException> refusal(Future<Void> write) {
        return write.map((AdapterException) null).recover(failure -> {
            AdapterException known = AdapterException.of(failure);
            return known.kind() == Kind.DEVICE ? Future.succeededFuture(known) : Future.failedFuture(known);
        });
    }
}
