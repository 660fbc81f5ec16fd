using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CsirtFlow.Api.Accounts.Migrations
{
    /// <inheritdoc />
    public partial class SecondFactor : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "recovery_code",
                schema: "auth",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recovery_code", x => new { x.account_id, x.hash });
                    table.ForeignKey(
                        name: "FK_recovery_code_account_account_id",
                        column: x => x.account_id,
                        principalSchema: "auth",
                        principalTable: "account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "used_code",
                schema: "auth",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    step = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_used_code", x => new { x.account_id, x.step });
                    table.ForeignKey(
                        name: "FK_used_code_account_account_id",
                        column: x => x.account_id,
                        principalSchema: "auth",
                        principalTable: "account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "recovery_code",
                schema: "auth");

            migrationBuilder.DropTable(
                name: "used_code",
                schema: "auth");
        }
    }
}
