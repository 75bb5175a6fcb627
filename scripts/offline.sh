#!/usr/bin/env bash
# Run a command in a network namespace that has loopback and nothing else.
set -eu

own_namespace="unshare --net"
if [ "$(id -u)" -ne 0 ]; then
    # Still ourselves, not root: PostgreSQL refuses to run as root.
    own_namespace="unshare --map-current-user --keep-caps --net"
fi
# shellcheck disable=SC2016  # the inner shell expands "$@"
exec $own_namespace bash -c '
    if command -v ip >/dev/null; then ip link set lo up
    else python3 -c "
import fcntl, socket, struct
with socket.socket() as anything:
    fcntl.ioctl(anything, 0x8914, struct.pack(\"16sh\", b\"lo\", 0x1))
"
    fi
    exec "$@"' offline "$@"
