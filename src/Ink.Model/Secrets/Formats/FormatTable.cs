namespace Ink.Model.Secrets.Formats;

/// <summary>The credentials that begin alike every time. Sources: the issuers' documentation of their token formats.</summary>
internal static class FormatTable
{
    private static readonly Alphabet Dotted = Alphabet.Of("0-9A-Za-z._-");
    private static readonly Alphabet Padded = Alphabet.Of("0-9A-Za-z_=-");
    private static readonly Alphabet PaddedBase64 = Alphabet.Of("0-9A-Za-z+/=");
    private static readonly Alphabet Any = Alphabet.Base64Url;

    private const int Long = 2000;

    public static SecretFormat[] All { get; } =
    [
        .. Clouds, .. Forges, .. Feeds, .. Stores, .. Messengers, .. Payments, .. Models, .. Operations,
        new("JSON Web Token", "eyJ", Dotted, 40, 8000) { Check = Checks.Jwt, Weight = SecretWeight.OftenInTests },
        new("age secret key", "AGE-SECRET-KEY-1", Alphabet.Of("QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L"), 58, 58),
    ];

    private static SecretFormat[] Clouds =>
    [
        .. Of("AWS access key id", Alphabet.Base32, 16, 16, false, "AKIA", "ASIA"),
        new("Google API key", "AIza", Any, 35, 35),
        new("Google OAuth client secret", "GOCSPX-", Any, 28, 28),
        .. Of("DigitalOcean token", Alphabet.LowerHex, 64, 64, true, "dop_v1_", "doo_v1_", "dor_v1_"),
        new("Heroku API key", "HRKU-", Any, 36, 62),
        .. Of("Fly.io token", Any, 40, Long, true, "fo1_"),
        .. Of("Fly.io token", PaddedBase64, 60, Long, true, "fm1r_", "fm1a_", "fm2_"),
        new("Databricks token", "dapi", Alphabet.LowerHex, 32, 32),
        .. Of("PlanetScale credential", Alphabet.Of("0-9A-Za-z_=.-"), 32, 64, true, "pscale_tkn_", "pscale_pw_", "pscale_oauth_"),
        new("OpenShift token", "sha256~", Any, 43, 43),
    ];

    private static SecretFormat[] Forges =>
    [
        .. Of("GitHub token", Alphabet.Alphanumeric, 36, 255, true, "ghp_", "gho_", "ghs_", "ghu_", "ghr_"),
        new("GitHub token", "github_pat_", Alphabet.Word, 82, 82) { Check = Checks.Parts('_', 22, 59) },
        .. Of("GitLab token", Any, 20, 300, true, "glpat-", "gldt-", "glrt-", "glptt-", "glcbt-", "glagent-", "gloas-"),
        .. Of("Atlassian token", Padded, 60, 300, true, "ATATT3", "ATCTT3"),
        new("Octopus Deploy API key", "API-", Alphabet.Upper, 25, 32),
    ];

    private static SecretFormat[] Feeds =>
    [
        new("npm token", "npm_", Alphabet.Alphanumeric, 36, 36),
        new("NuGet API key", "oy2", Alphabet.Of("a-z0-9"), 43, 43),
        new("PyPI token", "pypi-AgE", Any, 50, Long),
        new("Artifactory API key", "AKCp", Alphabet.Alphanumeric, 60, 80),
        new("Artifactory reference token", "cmVmdGtuO", Alphabet.Alphanumeric, 55, 55),
        new("Docker Hub token", "dckr_pat_", Any, 27, 36),
    ];

    private static SecretFormat[] Stores =>
    [
        .. Of("Vault token", Any, 24, 300, true, "hvs.", "hvb.", "hvr."),
        new("Pulumi token", "pul-", Alphabet.LowerHex, 40, 40),
        .. Of("Doppler token", Alphabet.Alphanumeric, 40, 44, true, "dp.pt.", "dp.ct.", "dp.sa.", "dp.scim.", "dp.audit."),
        new("Doppler token", "dp.st.", Dotted, 40, 80),
        new("1Password service account token", "ops_eyJ", PaddedBase64, 60, Long),
    ];

    private static SecretFormat[] Messengers =>
    [
        .. Of("Slack token", Alphabet.Of("0-9A-Za-z-"), 20, 300, true, "xoxb-", "xoxp-", "xoxa-", "xoxr-", "xoxs-", "xoxo-", "xoxe-", "xoxe.xoxp-", "xoxe.xoxb-", "xapp-"),
        new("SendGrid API key", "SG.", Dotted, 66, 66) { Check = Checks.Parts('.', 22, 43) },
        new("Mailgun API key", "key-", Alphabet.LowerHex, 32, 32),
        new("Twilio API key", "SK", Alphabet.LowerHex, 32, 32) { Entropy = 3 },
    ];

    private static SecretFormat[] Payments =>
    [
        .. Of("Stripe key", Alphabet.Alphanumeric, 16, 250, true, "sk_live_", "rk_live_"),
        .. Of("Stripe test key", Alphabet.Alphanumeric, 16, 250, true, "sk_test_", "rk_test_").Select(format => format with { Weight = SecretWeight.TestKey }),
        new("Square token", "sq0atp-", Any, 22, 22),
        new("Square secret", "sq0csp-", Any, 43, 43),
        new("Square token", "EAAA", Any, 60, 60) { Entropy = 4 },
        .. Of("Shopify token", Alphabet.Hex, 32, 32, true, "shpat_", "shpca_", "shppa_", "shpss_"),
    ];

    private static SecretFormat[] Models =>
    [
        .. Of("OpenAI API key", Any, 40, 250, true, "sk-proj-", "sk-svcacct-", "sk-admin-"),
        new("Anthropic API key", "sk-ant-", Any, 40, 250),
        new("OpenAI API key", "sk-", Alphabet.Alphanumeric, 40, 64),
        .. Of("Hugging Face token", Alphabet.Alphanumeric, 34, 40, true, "hf_", "api_org_"),
    ];

    private static SecretFormat[] Operations =>
    [
        new("Grafana token", "glsa_", Alphabet.Word, 41, 41) { Check = Checks.Parts('_', 32, 8) },
        new("Grafana Cloud token", "glc_eyJ", PaddedBase64, 40, 400),
        .. Of("Dynatrace token", Alphabet.Of("A-Z2-7."), 89, 89, true, "dt0c01.", "dt0s01.", "dt0s02.", "dt0s16.").Select(format => format with { Check = Checks.Parts('.', 24, 64) }),
        new("Sentry token", "sntryu_", Alphabet.LowerHex, 64, 64),
        new("Sentry token", "sntrys_eyJ", Alphabet.Of("0-9A-Za-z+/=_-"), 60, 600),
        new("New Relic API key", "NRAK-", Alphabet.Upper, 27, 27),
    ];

    private static IEnumerable<SecretFormat> Of(string name, Alphabet body, int min, int max, bool mustLookRandom, params string[] prefixes) =>
        prefixes.Select(prefix => new SecretFormat(name, prefix, body, min, max) { MustLookRandom = mustLookRandom });
}
