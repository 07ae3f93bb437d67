package io.greenstack.localstack.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class PortCheckTest {

    private final SuiteOptions options = SuiteOptions.of(new Properties());

    @Test
    void free_ports_are_fine() {
        assertThatNoException().isThrownBy(() -> new PortCheck(port -> true, port -> Optional.empty())
                .require(options));
    }

    @Test
    void names_each_taken_port_its_owner_and_the_option_that_changes_it() {
        Set<Integer> taken = Set.of(8080, 6379, 18_080);
        PortCheck check = new PortCheck(port -> !taken.contains(port),
                port -> port == 6379 ? Optional.of("process 4711 (/usr/bin/redis-server)") : Optional.empty());
        SuiteException refused = catchThrowableOfType(SuiteException.class, () -> check.require(options));
        assertThat(refused.exitCode()).isEqualTo(SuiteException.USAGE);
        assertThat(refused).hasMessageContaining("Port 8080, wanted for api-service, is taken.")
                .hasMessageContaining("-Dgreenstack.port.api=18081")
                .hasMessageContaining("Port 6379, wanted for Redis, is taken by process 4711 (/usr/bin/redis-server).")
                .hasMessageContaining("-Dgreenstack.port.redis=16379");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void finds_the_process_that_listens() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(PortOwner.describe(socket.getLocalPort())).hasValueSatisfying(
                    owner -> assertThat(owner).startsWith("process " + ProcessHandle.current().pid() + " ("));
        }
    }

    @Test
    void reads_a_line_of_the_socket_table() {
        String line = "   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 4242 1";
        assertThat(PortOwner.listeningInode(line, 8080)).contains("4242");
        assertThat(PortOwner.listeningInode(line, 8081)).isEmpty();
        assertThat(PortOwner.listeningInode(line.replace(" 0A ", " 01 "), 8080)).isEmpty();
        assertThat(PortOwner.listeningInode("  sl  local_address rem_address   st", 8080)).isEmpty();
    }
}
