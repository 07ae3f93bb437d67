package io.greenstack.api.deadletter;

import java.util.List;

/**
 * A piece of the list.
 *
 * @param items newest first
 * @param next where the next piece begins, null when there is none
 */
record DeadLetterPage(List<DeadLetterView> items, DeadLetterId next) {}
