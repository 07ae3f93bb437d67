/** Faults while devices send: parts of the suite are stopped, killed and started again, and nothing may be missing afterwards. */
package io.greenstack.loadtest.faults;
