using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CleanLogin.Infrastructure.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ProviderNotices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "SignedOutBefore",
                table: "AspNetUsers",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ProviderNotices",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ReceivedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProviderNotices", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ProviderNotices_ReceivedAt",
                table: "ProviderNotices",
                column: "ReceivedAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ProviderNotices");

            migrationBuilder.DropColumn(
                name: "SignedOutBefore",
                table: "AspNetUsers");
        }
    }
}
