package io.greenstack.api.master;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A master as people say it.
 *
 * @param id its name in the ids of its devices, 1 to 24 small letters, digits and hyphens; absent: made of the address. It cannot be
 *        changed later
 * @param name what people call it; absent: its id
 * @param kind what it speaks
 * @param address where it is, such as {@code 192.168.0.10} or {@code https://master.example.org}; in one of the networks that the
 *        operator allows. With the kinds {@code ice2} and {@code json_io_link_mqtt} the topic below which it
 *        publishes
 * @param interval pause between the begins of two readings, 100ms to 1h; absent: 500ms
 * @param enabled whether it is read; absent: true
 * @param username login, absent for none
 * @param password of the login; it is never told again. Absent where a master is changed: as it was
 * @param verifyCertificate with {@code https}: whether somebody has to vouch for its certificate; absent: true
 * @param location where it is to be found
 * @param notes what else is to be known
 */
record MasterRequest(
        @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,23}", message = "1 to 24 small letters, digits and hyphens are needed") String id,
        @Size(max = 200) String name, @NotNull MasterKind kind, @NotNull @Size(min = 1, max = 300) String address,
        String interval, Boolean enabled, @Size(max = 100) String username, @Size(max = 200) String password,
        Boolean verifyCertificate, @Size(max = 200) String location, @Size(max = 2000) String notes) {}
