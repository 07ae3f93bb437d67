package io.greenstack.localstack.simulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.greenstack.core.processdata.Condition;
import io.greenstack.core.processdata.Field;
import io.greenstack.core.processdata.Frame;
import io.greenstack.core.processdata.LayoutParameter;
import io.greenstack.core.processdata.ProcessDataLayout;

/** Simulated devices that publish a reading every second. */
public final class Simulation implements AutoCloseable {

    private static final long PERIOD_MILLIS = 1_000;

    private final List<SimulatedDevice> devices;
    private final Consumer<String> trouble;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "simulation");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param trouble told when a device could not send
     */
    public Simulation(List<SimulatedDevice> devices, Consumer<String> trouble) {
        this.devices = List.copyOf(devices);
        this.trouble = trouble;
    }

    /** Connects all devices; they register and report their state. */
    public void connect() {
        devices.forEach(SimulatedDevice::connect);
    }

    /** Starts to publish readings, the devices one after the other within each second. */
    public void publish() {
        for (int i = 0; i < devices.size(); i++) {
            SimulatedDevice device = devices.get(i);
            clock.scheduleAtFixedRate(() -> publish(device), i * PERIOD_MILLIS / devices.size(), PERIOD_MILLIS,
                    TimeUnit.MILLISECONDS);
        }
    }

    private void publish(SimulatedDevice device) {
        try {
            device.publishReading();
        } catch (RuntimeException e) {
            trouble.accept(device.profile().deviceId() + " cannot publish: " + e.getMessage());
        }
    }

    public List<SimulatedDevice> devices() {
        return devices;
    }

    @Override
    public void close() {
        clock.shutdownNow();
        for (SimulatedDevice device : devices) {
            try {
                device.close();
            } catch (IllegalStateException e) {
                trouble.accept(e.getMessage());
            }
        }
    }

    /**
     * Parameter values that differ from the defaults and are mentioned in a condition, so that a second device of the
     * same kind shows another unit or another layout.
     *
     * @return empty when the layout has no conditions
     */
    public static Map<String, Long> otherParameters(ProcessDataLayout layout) {
        Map<String, Long> others = new LinkedHashMap<>();
        for (LayoutParameter parameter : layout.parameters()) {
            Set<Long> mentioned = new TreeSet<>();
            conditions(layout).filter(condition -> condition.variableId().equals(parameter.variableId())
                    && condition.subindex() == parameter.subindex())
                    .forEach(condition -> mentioned.add(condition.value()));
            mentioned.remove(parameter.defaultValue());
            mentioned.stream().findFirst().ifPresent(value -> others.put(parameter.subindex() == 0
                    ? parameter.variableId()
                    : parameter.variableId() + "/" + parameter.subindex(), value));
        }
        return others;
    }

    private static Stream<Condition> conditions(ProcessDataLayout layout) {
        List<Condition> all = new ArrayList<>();
        for (Frame frame : layout.in()) {
            all.addAll(frame.when());
            for (Field field : frame.fields()) {
                field.scalings().forEach(scaling -> all.addAll(scaling.when()));
            }
        }
        return all.stream();
    }
}
