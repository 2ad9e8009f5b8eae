using Ink.Model.Secrets;

namespace Ink.Model.Tests.Secrets;

/// <summary>Each format as it is, and what is nearly one. The second number says whether one character fewer or more makes it none.</summary>
public sealed class FormatTests
{
    private const bool Exact = true;
    private const bool Range = false;

    public static TheoryData<string, string, bool> Formats => new()
    {
        { "AWS access key id", "AKIA{b32:16}", Exact },
        { "AWS access key id", "ASIA{b32:16}", Exact },
        { "Azure client secret", "{an:3}8Q~{an:34}", Range },
        { "Azure storage key", "{b64:76}+ASt{b64:6}==", Exact },
        { "Azure Cosmos DB key", "{b64:76}ACDb{b64:6}==", Exact },
        { "Azure Service Bus key", "{b64:33}+ASb{b64:6}=", Exact },
        { "Azure DevOps token", "{an:76}AZDO{an:4}", Exact },
        { "Azure account key", "AccountName=shop;AccountKey={b64:86}==", Range },
        { "Azure shared access key", "Endpoint=sb://x.servicebus.windows.net/;SharedAccessKeyName=a;SharedAccessKey={b64:43}=", Range },
        { "shared access signature", "https://x.blob.core.windows.net/c?sv=2024-11-04&sr=c&sig={an:43}%3D", Exact },
        { "Google API key", "AIza{url:35}", Exact },
        { "Google OAuth client secret", "GOCSPX-{url:28}", Exact },
        { "GitHub token", "ghp_{an:36}", Range },
        { "GitHub token", "gho_{an:36}", Range },
        { "GitHub token", "ghs_{an:36}", Range },
        { "GitHub token", "ghu_{an:36}", Range },
        { "GitHub token", "github_pat_{an:22}_{an:59}", Exact },
        { "GitLab token", "glpat-{url:20}", Range },
        { "GitLab token", "gldt-{url:20}", Range },
        { "GitLab token", "glrt-{url:20}", Range },
        { "Atlassian token", "ATATT3xFfGF0{url:180}", Range },
        { "npm token", "npm_{an:36}", Exact },
        { "NuGet API key", "oy2{low:43}", Exact },
        { "PyPI token", "pypi-AgEIcHlwaS5vcmc{url:150}", Range },
        { "Artifactory API key", "AKCp{an:69}", Range },
        { "Artifactory reference token", "cmVmdGtuO{an:55}", Exact },
        { "Docker Hub token", "dckr_pat_{url:27}", Range },
        { "Octopus Deploy API key", "API-{up:25}", Range },
        { "Vault token", "hvs.{url:95}", Range },
        { "Vault token", "hvb.{url:138}", Range },
        { "Terraform Cloud token", "{an:14}.atlasv1.{an:67}", Range },
        { "Pulumi token", "pul-{hex:40}", Exact },
        { "Doppler token", "dp.pt.{an:43}", Range },
        { "1Password service account token", "ops_eyJ{an:300}", Range },
        { "OpenShift token", "sha256~{url:43}", Exact },
        { "Slack token", "xoxb-{dig:12}-{dig:12}-{an:24}", Range },
        { "Slack token", "xoxp-{dig:12}-{dig:12}-{dig:12}-{hex:32}", Range },
        { "Slack webhook", "https://hooks.slack.com/services/T{up:8}/B{up:10}/{an:24}", Range },
        { "Teams webhook", "https://contoso.webhook.office.com/webhookb2/{hex:8}-aa/IncomingWebhook/{hex:32}/{hex:36}", Range },
        { "Discord webhook", "https://discord.com/api/webhooks/{dig:18}/{url:68}", Range },
        { "Telegram bot token", "{dig:10}:AA{url:33}", Exact },
        { "Stripe key", "sk_live_{an:24}", Range },
        { "Stripe key", "rk_live_{an:24}", Range },
        { "Stripe test key", "sk_test_{an:24}", Range },
        { "Square token", "sq0atp-{url:22}", Exact },
        { "Square secret", "sq0csp-{url:43}", Exact },
        { "Square token", "EAAA{url:60}", Exact },
        { "Shopify token", "shpat_{hex:32}", Exact },
        { "SendGrid API key", "SG.{url:22}.{url:43}", Exact },
        { "Mailgun API key", "key-{hex:32}", Exact },
        { "Twilio API key", "SK{hex:32}", Exact },
        { "OpenAI API key", "sk-{an:20}T3BlbkFJ{an:20}", Range },
        { "OpenAI API key", "sk-proj-{url:156}", Range },
        { "Anthropic API key", "sk-ant-api03-{url:95}", Range },
        { "Hugging Face token", "hf_{an:34}", Range },
        { "Grafana token", "glsa_{an:32}_{hex:8}", Exact },
        { "Dynatrace token", "dt0c01.{b32:24}.{b32:64}", Exact },
        { "Sentry token", "sntrys_eyJ{an:120}_{an:43}", Range },
        { "Sentry token", "sntryu_{hex:64}", Exact },
        { "New Relic API key", "NRAK-{up:27}", Exact },
        { "DigitalOcean token", "dop_v1_{hex:64}", Exact },
        { "Heroku API key", "HRKU-{hex:8}-aaaa-bbbb-cccc-{hex:12}", Range },
        { "Fly.io token", "fo1_{url:43}", Range },
        { "Databricks token", "dapi{hex:32}", Exact },
        { "PlanetScale credential", "pscale_tkn_{url:43}", Range },
        { "age secret key", "AGE-SECRET-KEY-1{bech:58}", Exact },
    };

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_credential_is_found_for_what_it_is(string format, string template, bool isExact)
    {
        _ = isExact;
        var finding = Assert.Single(SecretScanner.Scan(name: null, SecretTemplate.Make(template)));
        Assert.Equal("INK3001", finding.Rule.Id);
        Assert.Equal(format, finding.Format);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void It_is_found_in_the_middle_of_a_text_and_at_its_place(string format, string template, bool isExact)
    {
        _ = isExact;
        var secret = SecretTemplate.Make(template);
        var text = $"see \"{secret}\", and more";
        // A connection string with other things around it is none.
        if (secret.Contains(';', StringComparison.Ordinal))
            return;

        var finding = Assert.Single(SecretScanner.Scan(name: null, text));
        Assert.Equal(format, finding.Format);
        Assert.Contains(text.Substring(finding.Start, finding.Length), secret, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void One_character_fewer_or_more_is_something_else(string format, string template, bool isExact)
    {
        _ = format;
        if (!isExact)
            return;
        Assert.Empty(SecretScanner.Scan(name: null, SecretTemplate.Make(template, more: -1)));
        Assert.Empty(SecretScanner.Scan(name: null, SecretTemplate.Make(template, more: 1)));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Filler_in_its_form_is_none(string format, string template, bool isExact)
    {
        _ = (format, isExact);
        var secret = SecretTemplate.Make(template);
        var body = template.LastIndexOf('{') is var at && at >= 0 ? secret.Length - (template.Length - template.IndexOf('}', at) - 1) : secret.Length;
        var count = int.Parse(template[(template.LastIndexOf(':') + 1)..template.LastIndexOf('}')], System.Globalization.CultureInfo.InvariantCulture);
        // Where there is more than one random part, one that is filler still leaves a credential.
        if (template.Count(c => c == '{') > 1)
            return;
        Assert.Empty(SecretScanner.Scan(name: null, secret[..(body - count)] + new string('x', count) + secret[body..]));
    }

    [Theory]
    [InlineData("AKIA{b32:16}", "akia")]
    [InlineData("ghp_{an:36}", "ghq_")]
    [InlineData("dop_v1_{hex:64}", "dop_v2_")]
    [InlineData("SG.{url:22}.{url:43}", "SG-")]
    public void Another_beginning_is_something_else(string template, string prefix)
    {
        var secret = SecretTemplate.Make(template);
        Assert.Empty(SecretScanner.Scan(name: null, prefix + secret[prefix.Length..]));
    }

    [Fact]
    public void A_word_character_before_it_makes_it_part_of_something_else() =>
        Assert.Empty(SecretScanner.Scan(name: null, "x" + SecretTemplate.Make("AKIA{b32:16}")));

    [Fact]
    public void Two_credentials_in_a_text_are_two_findings_in_their_order()
    {
        var found = SecretScanner.Scan(name: null, $"{SecretTemplate.Make("npm_{an:36}")} {SecretTemplate.Make("AKIA{b32:16}")}");
        Assert.Equal(["npm token", "AWS access key id"], found.Select(finding => finding.Format));
    }

    [Fact]
    public void A_token_is_a_JSON_Web_Token_only_if_its_header_says_so()
    {
        var token = SampleSecrets.Of("jwt");
        Assert.Equal(SecretWeight.OftenInTests, Assert.Single(SecretScanner.Scan(name: null, token)).Weight);
        // {"typ":"JWT","xyz":1} names no algorithm.
        Assert.Empty(SecretScanner.Scan(name: null, "eyJ0eXAiOiJKV1QiLCJ4eXoiOjF9" + token[token.IndexOf('.', StringComparison.Ordinal)..]));
        Assert.Empty(SecretScanner.Scan(name: null, token[..token.LastIndexOf('.')]));
    }

    [Theory]
    [InlineData("-----BEGIN PRIVATE KEY-----")]
    [InlineData("-----BEGIN RSA PRIVATE KEY-----\n{0}\n-----END RSA PRIVATE KEY-----")]
    [InlineData("-----BEGIN PUBLIC KEY-----\nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEi7xVQ0v6h1bJY5m2l3u4w5x6y7z8a9b0c1d2\n-----END PUBLIC KEY-----")]
    public void A_header_without_a_key_and_a_public_key_are_none(string text) => Assert.Empty(SecretScanner.Scan(name: null, text));

    [Fact]
    public void A_private_key_is_found_with_line_breaks_and_with_escaped_ones()
    {
        var escaped = SampleSecrets.Of("pem");
        Assert.Equal("INK3002", Assert.Single(SecretScanner.Scan(name: null, escaped)).Rule.Id);
        Assert.Equal("INK3002", Assert.Single(SecretScanner.Scan(name: null, escaped.Replace("\\n", "\n", StringComparison.Ordinal))).Rule.Id);
    }
}
