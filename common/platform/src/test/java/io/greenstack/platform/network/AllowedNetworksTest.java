package io.greenstack.platform.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowedNetworksTest {

    @ParameterizedTest
    @CsvSource({"10.0.0.0/8,10.1.2.3,true", "10.0.0.0/8,11.1.2.3,false", "'10.0.0.0/8,192.168.0.0/16',192.168.1.9,true",
            "'',10.1.2.3,false", "0.0.0.0/0,127.0.0.1,false", "127.0.0.0/8,127.0.0.1,true", "::/0,::1,false",
            "::1/128,::1,true", "0.0.0.0/0,169.254.1.1,false", "169.254.0.0/16,169.254.1.1,true",
            "169.254.0.0/16,169.254.169.254,false", "0.0.0.0/0,100.100.100.200,false", "fc00::/7,fd00:ec2::254,false",
            "fc00::/7,fd12::1,true", "0.0.0.0/0,0.0.0.0,false", "0.0.0.0/0,224.0.0.1,false",
            "0.0.0.0/0,203.0.113.9,true",
            "127.0.0.0/8,::ffff:127.0.0.1,true"})
    void allows(String ranges, String address, boolean allowed) throws UnknownHostException {
        String refusal = new AllowedNetworks(List.of(ranges.split(","))).refusal(InetAddress.getByName(address));
        assertThat(refusal == null).as("%s", refusal).isEqualTo(allowed);
    }
}
