package dev.docket.decode.worker;

import java.util.Arrays;
import java.util.List;

/**
 * System calls that a decoder has no use for, by number. Sources: asm/unistd_64.h and asm-generic/unistd.h of Linux 6.1.
 * Numbers from 424 on are the same on every processor and newer than anything Java needs; the filter refuses them whole.
 */
final class DeniedCalls {
    /** Files and names, network, other processes, the machine. One call a line: name, x86_64, aarch64; - where there is none. */
    private static final String TABLE = """
            open 2 -
            creat 85 -
            openat 257 56
            open_by_handle_at 304 265
            name_to_handle_at 303 264
            truncate 76 45
            ftruncate 77 46
            fallocate 285 47
            unlink 87 -
            unlinkat 263 35
            rename 82 -
            renameat 264 38
            renameat2 316 276
            link 86 -
            linkat 265 37
            symlink 88 -
            symlinkat 266 36
            mkdir 83 -
            mkdirat 258 34
            rmdir 84 -
            mknod 133 -
            mknodat 259 33
            chmod 90 -
            fchmod 91 52
            fchmodat 268 53
            chown 92 -
            fchown 93 55
            lchown 94 -
            fchownat 260 54
            utime 132 -
            utimes 235 -
            futimesat 261 -
            utimensat 280 88
            setxattr 188 5
            lsetxattr 189 6
            fsetxattr 190 7
            removexattr 197 14
            lremovexattr 198 15
            fremovexattr 199 16
            inotify_init 253 -
            inotify_init1 294 26
            fanotify_init 300 262
            memfd_create 319 279
            socket 41 198
            socketpair 53 199
            connect 42 203
            accept 43 202
            accept4 288 242
            bind 49 200
            listen 50 201
            sendto 44 206
            sendmsg 46 211
            sendmmsg 307 269
            execve 59 221
            execveat 322 281
            fork 57 -
            vfork 58 -
            ptrace 101 117
            process_vm_readv 310 270
            process_vm_writev 311 271
            kcmp 312 272
            kill 62 129
            tkill 200 130
            rt_sigqueueinfo 129 138
            rt_tgsigqueueinfo 297 240
            shmget 29 194
            shmat 30 196
            shmctl 31 195
            semget 64 190
            msgget 68 186
            mq_open 240 180
            unshare 272 97
            setns 308 268
            mount 165 40
            umount2 166 39
            pivot_root 155 41
            chroot 161 51
            setrlimit 160 164
            setuid 105 146
            setgid 106 144
            setreuid 113 145
            setregid 114 143
            setgroups 116 159
            setresuid 117 147
            setresgid 119 149
            setfsuid 122 151
            setfsgid 123 152
            capset 126 91
            personality 135 92
            add_key 248 217
            request_key 249 218
            keyctl 250 219
            bpf 321 280
            perf_event_open 298 241
            userfaultfd 323 282
            init_module 175 105
            finit_module 313 273
            delete_module 176 106
            kexec_load 246 104
            kexec_file_load 320 294
            swapon 167 224
            swapoff 168 225
            acct 163 89
            reboot 169 142
            sethostname 170 161
            setdomainname 171 162
            settimeofday 164 170
            clock_settime 227 112
            adjtimex 159 171
            clock_adjtime 305 266
            quotactl 179 60
            syslog 103 116
            vhangup 153 58
            iopl 172 -
            ioperm 173 -
            modify_ldt 154 -
            """;

    private DeniedCalls() {}

    /** Their numbers on this processor: {@code x86_64} or {@code aarch64}. */
    static List<Integer> on(String machine) {
        int column = machine.equals("x86_64") ? 1 : 2;
        return TABLE.lines().map(line -> line.split(" ")[column]).filter(number -> !number.equals("-")).map(Integer::valueOf).toList();
    }

    /** Their names, in the order of the table. */
    static List<String> names() {
        return Arrays.asList(TABLE.lines().map(line -> line.split(" ")[0]).toArray(String[]::new));
    }
}
