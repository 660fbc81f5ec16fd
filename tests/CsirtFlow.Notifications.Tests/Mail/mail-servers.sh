#!/bin/sh
# A mail server of Debian's own for the tests, on loopback, in one folder:
#   mail-servers.sh imap DIR   Dovecot: any user with the password "secret"; mail of a user lies in DIR/mail/USER/Maildir
#   mail-servers.sh smtp DIR   Exim: after STARTTLS and sign-in as csirtflow/secret everything is taken and given to Dovecot,
#                              but nouser@ is refused (550), tempfail@ deferred (451), and gone@ comes back
# Ports: IMAP_PORT, IMAPS_PORT, LMTP_PORT, SMTP_PORT. TOKEN_INFO: where Dovecot asks about OAuth 2.0 tokens.
# It ends when its standard input does, so that it cannot outlive the tests. Both servers change users, so it runs as root.
set -eu
PATH=$PATH:/usr/sbin:/sbin
exec 3<&0 </dev/null
what=$1
mkdir -p "$2"
dir=$(cd "$2" && pwd)
chmod 755 "$dir"

id csirtmail >/dev/null 2>&1 || useradd --system --no-create-home --shell /usr/sbin/nologin csirtmail
install -d -m 755 "$dir/run"
install -d -o csirtmail -g csirtmail -m 700 "$dir/mail" "$dir/exim"
if [ ! -f "$dir/cert.pem" ]; then
    openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=localhost -addext "subjectAltName=DNS:localhost,IP:127.0.0.1" \
        -keyout "$dir/key.pem" -out "$dir/cert.pem" 2>/dev/null
    chown csirtmail "$dir/key.pem"
    chmod 600 "$dir/key.pem"
fi

imap() {
    token_db='' mechanisms='plain login'
    if [ -n "${TOKEN_INFO:-}" ]; then
        mechanisms='plain login oauthbearer xoauth2'
        printf 'tokeninfo_url = %s?access_token=\nusername_attribute = user\nactive_attribute = active\nactive_value = true\n' "$TOKEN_INFO" >"$dir/oauth2.conf"
        token_db="passdb {
  driver = oauth2
  mechanisms = oauthbearer xoauth2
  args = $dir/oauth2.conf
}"
    fi
    cat >"$dir/dovecot.conf" <<E
base_dir = $dir/run
state_dir = $dir/run
log_path = $dir/dovecot.log
protocols = imap lmtp
listen = 127.0.0.1
ssl = ${IMAP_SSL:-required}
disable_plaintext_auth = ${IMAP_PLAIN_REFUSED:-yes}
ssl_cert = <$dir/cert.pem
ssl_key = <$dir/key.pem
auth_mechanisms = $mechanisms
auth_failure_delay = 0
mail_location = maildir:~/Maildir
mail_max_userip_connections = 100
first_valid_uid = 1
imap_capability = ${IMAP_CAPABILITY:-}
$token_db
passdb {
  driver = static
  mechanisms = plain login
  args = password=secret
}
userdb {
  driver = static
  args = uid=csirtmail gid=csirtmail home=$dir/mail/%u allow_all_users=yes
}
service imap-login {
  inet_listener imap {
    port = $IMAP_PORT
  }
  inet_listener imaps {
    port = $IMAPS_PORT
    ssl = yes
  }
}
service lmtp {
  inet_listener lmtp {
    address = 127.0.0.1
    port = $LMTP_PORT
  }
}
service anvil {
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service stats {
  unix_listener stats-writer {
    mode = 0666
  }
}
E
    exec dovecot -F -c "$dir/dovecot.conf"
}

smtp() {
    cat >"$dir/exim.conf" <<E
primary_hostname = localhost
exim_user = csirtmail
exim_group = csirtmail
spool_directory = $dir/exim
log_file_path = $dir/exim/%slog
keep_environment =
local_interfaces = 127.0.0.1
daemon_smtp_ports = $SMTP_PORT
tls_advertise_hosts = *
tls_certificate = $dir/cert.pem
tls_privatekey = $dir/key.pem
auth_advertise_hosts = \${if def:tls_in_cipher{*}{}}
dsn_advertise_hosts = *
acl_smtp_rcpt = rcpt
smtp_accept_max_per_connection = 1000
host_lookup =
rfc1413_query_timeout = 0s
deliver_drop_privilege = true
begin acl
rcpt:
  require message = 530 authentication required
          authenticated = *
  deny    message = 550 no such user (test)
          local_parts = nouser
  defer   message = 451 try again later (test)
          local_parts = tempfail
  accept
begin routers
gone:
  driver = redirect
  local_parts = gone
  data = :fail: no such user here any more
  allow_fail
all:
  driver = manualroute
  route_list = * 127.0.0.1 byname
  self = send
  transport = lmtp
begin transports
lmtp:
  driver = smtp
  protocol = lmtp
  port = $LMTP_PORT
  hosts_avoid_tls = *
begin retry
* * F,1h,2s
begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_prompts = :
  server_condition = \${if and{{eq{\$auth2}{csirtflow}}{eq{\$auth3}{secret}}}}
  server_set_id = \$auth2
login:
  driver = plaintext
  public_name = LOGIN
  server_prompts = Username:: : Password::
  server_condition = \${if and{{eq{\$auth1}{csirtflow}}{eq{\$auth2}{secret}}}}
  server_set_id = \$auth1
E
    exec exim4 -C "$dir/exim.conf" -bdf -q1s >>"$dir/exim.out" 2>&1
}

"$what" 3<&- &
server=$!
# Standard input is the leash: the system closes it even when the tests are killed.
cat <&3 >/dev/null &
leash=$!
(while kill -0 "$server" 2>/dev/null && kill -0 "$leash" 2>/dev/null; do sleep 0.2; done; kill "$leash" 2>/dev/null) 3<&- &
wait "$leash" || true
kill "$server" 2>/dev/null || true
wait "$server" || true
