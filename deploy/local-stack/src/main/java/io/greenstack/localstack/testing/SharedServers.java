package io.greenstack.localstack.testing;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

import javax.management.JMException;
import javax.management.JMX;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;

import io.greenstack.localstack.server.EmbeddedServer;
import io.greenstack.localstack.server.Signal;

/** The servers of this test JVM: started at first use, stopped when the JVM ends. */
final class SharedServers {

    /** Interned, hence the same object for every class loader. */
    private static final Object LOCK = "io.greenstack.localstack.testing.SharedServers.lock".intern();

    private SharedServers() {}

    /** Adapts an embedded server to what its MBean shows. */
    private record Control(EmbeddedServer server, Map<String, String> configuration) implements ServerControlMBean {

        @Override
        public int getPort() {
            return server.port();
        }

        @Override
        public boolean isRunning() {
            return server.isRunning();
        }

        @Override
        public Map<String, String> getConfiguration() {
            return configuration;
        }

        @Override
        public void start() {
            server.start();
        }

        @Override
        public void freeze() {
            Signal.STOP.send(process());
        }

        @Override
        public void thaw() {
            Signal.CONTINUE.send(process());
        }

        private ProcessHandle process() {
            return ProcessHandle.of(server.processId().orElseThrow()).orElseThrow();
        }

        @Override
        public void stop() {
            server.stop();
        }
    }

    static <S extends EmbeddedServer> ServerControlMBean get(String name, Supplier<S> factory,
            Function<S, Map<String, String>> configuration) {
        synchronized (LOCK) {
            MBeanServer registry = ManagementFactory.getPlatformMBeanServer();
            try {
                ObjectName key = new ObjectName("io.greenstack.localstack:type=Server,name=" + name);
                if (!registry.isRegistered(key)) {
                    S server = factory.get();
                    server.start();
                    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop-" + name));
                    registry.registerMBean(new StandardMBean(new Control(server, configuration.apply(server)),
                            ServerControlMBean.class), key);
                }
                return JMX.newMBeanProxy(registry, key, ServerControlMBean.class);
            } catch (JMException e) {
                throw new IllegalStateException("The shared " + name + " cannot be registered", e);
            }
        }
    }
}
