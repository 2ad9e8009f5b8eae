using Ink.Model.Secrets;

namespace Ink.Model.Tests.Secrets;

/// <summary>Passwords in connection strings and URLs: INK3003.</summary>
public sealed class AddressTests
{
    [Theory]
    [InlineData("Server=db;User Id=app;P§assword=Wagen7", "Wagen7")]
    [InlineData("Server=db;User Id=app;P§wd = spaced out ;Database=x", "spaced out")]
    [InlineData("server=db;PASS§WORD=Wagen7", "Wagen7")]
    [InlineData("Data Source=db;P§assword='semi;colon';Database=x", "semi;colon")]
    [InlineData("Data Source=db;P§assword=\"a\"\"b;c\";Database=x", "a\"\"b;c")]
    [InlineData("Database==x;Host=db;P§assword=Wagen7", "Wagen7")]
    [InlineData("cache:6379,p§assword=Wagen7,ssl=True", "Wagen7")]
    [InlineData("host=db dbname=shop p§assword=Wagen7", "Wagen7")]
    [InlineData("P§assword=Vr4chtWagen", "Vr4chtWagen")]
    [InlineData("amqp:§//app:Wagen7@rabbit", "Wagen7")]
    [InlineData("redis:§//:Wagen7@cache:6379/1", "Wagen7")]
    [InlineData("see https:§//app:Wa@gen7@nexus/x?y=@z for more", "Wa@gen7")]
    [InlineData("mongodb:§//app:Wagen7@a,b/x", "Wagen7")]
    public void A_password_is_found_at_its_place(string text, string password)
    {
        text = text.Replace("§", "", StringComparison.Ordinal);
        var finding = Assert.Single(SecretScanner.Scan(name: null, text));
        Assert.Equal("INK3003", finding.Rule.Id);
        Assert.Equal(password, text.Substring(finding.Start, finding.Length));
    }

    [Theory]
    [InlineData("Server=db;User Id=app;Password=")]
    [InlineData("Server=db;User Id=app;Password=;Database=x")]
    [InlineData("Server=db;User Id=app;Password=\uFFFC;Database=x")]
    [InlineData("Server=db;User Id=app;Password=a\uFFFCb")]
    [InlineData("Server=db;User Id=app;Password=${DB_PASSWORD}")]
    [InlineData("Server=db;User Id=app;Password=$(DbPassword)")]
    [InlineData("Server=db;User Id=app;Password=%DB_PASSWORD%")]
    [InlineData("Server=db;User Id=app;Password=<password>")]
    [InlineData("Server=db;User Id=app;Password={{password}}")]
    [InlineData("Server=db;User Id=app;Password=***")]
    [InlineData("Server=db;User Id=app;Password=ChangeMe")]
    [InlineData("Server=db;Trusted_Connection=True;PasswordPolicy=strict")]
    [InlineData("UPDATE users SET password = 'x', token = NULL WHERE user = 'y'")]
    [InlineData("grant_type=password&username=a&password=b")]
    [InlineData("UseDevelopmentStorage=true")]
    [InlineData("https://contoso.com/@andrea:profile")]
    [InlineData("https://user:password@example.com")]
    [InlineData("amqp://guest:guest@localhost")]
    [InlineData("ssh://git@git.contoso.com:7999/shop.git")]
    [InlineData("https://\uFFFC:\uFFFC@host")]
    [InlineData("://a:b@c")]
    public void What_is_none_is_left_alone(string text) => Assert.Empty(SecretScanner.Scan(name: null, text));
}
